import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateTierDistribution1700000000300 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE tier_distribution (
      key text PRIMARY KEY,
      day text NOT NULL,
      policy_id text NOT NULL,
      tier text NOT NULL,
      change integer NOT NULL
    )`);
    await queryRunner.query('CREATE INDEX tier_distribution_policy ON tier_distribution (policy_id, day)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE tier_distribution');
  }
}
