import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateLifecycleReview1700000002300 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE lifecycle_review (
      customer_id text PRIMARY KEY,
      next_at timestamptz,
      policy_version integer NOT NULL,
      review json NOT NULL
    )`);
    await queryRunner.query('CREATE INDEX lifecycle_review_next ON lifecycle_review (next_at)');
    await queryRunner.query('CREATE INDEX lifecycle_review_policy ON lifecycle_review (policy_version)');
    await queryRunner.query(`CREATE TABLE lifecycle_automation (
      name text PRIMARY KEY,
      epoch bigint NOT NULL,
      policies json NOT NULL
    )`);
    await queryRunner.query(`INSERT INTO lifecycle_automation (name, epoch, policies) VALUES ('lifecycle', 0, '[]')`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE lifecycle_automation');
    await queryRunner.query('DROP TABLE lifecycle_review');
  }
}
