import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateWatchedCase1700000001100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE watched_case (
      case_id text PRIMARY KEY,
      customer_id text NOT NULL,
      standard_id text NOT NULL,
      is_open boolean NOT NULL,
      is_worked_on boolean NOT NULL,
      policy_ids text[],
      clocks jsonb
    )`);
    await queryRunner.query('CREATE INDEX watched_case_customer ON watched_case (customer_id) WHERE is_open');
    await queryRunner.query('CREATE INDEX watched_case_policies ON watched_case USING gin (policy_ids) WHERE is_open');
    await queryRunner.query('CREATE TABLE watched_tier (customer_id text PRIMARY KEY, tier text)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE watched_tier');
    await queryRunner.query('DROP TABLE watched_case');
  }
}
