import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateTierAutomation1700000000500 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE tier_review (
      customer_id text PRIMARY KEY,
      review jsonb NOT NULL,
      next_review_at timestamptz
    )`);
    await queryRunner.query('CREATE INDEX tier_review_next ON tier_review (next_review_at)');
    await queryRunner.query(`CREATE TABLE tier_automation (
      name text PRIMARY KEY,
      position bigint,
      policies jsonb NOT NULL,
      open_loads jsonb NOT NULL
    )`);
    await queryRunner.query(`INSERT INTO tier_automation (name, policies, open_loads) VALUES ('tier', '{}', '[]')`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE tier_automation');
    await queryRunner.query('DROP TABLE tier_review');
  }
}
