import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateChurn1700000002200 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE customer_risk (
      customer_id text PRIMARY KEY,
      band text NOT NULL,
      from_band text,
      score double precision NOT NULL,
      policy_id text NOT NULL,
      policy_version integer NOT NULL,
      method text NOT NULL,
      explanation jsonb NOT NULL,
      scored_at timestamptz NOT NULL,
      position bigint NOT NULL
    )`);
    await queryRunner.query('CREATE INDEX customer_risk_score ON customer_risk (score, customer_id)');
    await queryRunner.query('CREATE INDEX customer_risk_band ON customer_risk (band, score, customer_id)');
    await queryRunner.query(`CREATE TABLE churn_scoring_run (
      run_id text PRIMARY KEY,
      scored_at timestamptz NOT NULL,
      after_customer_id text,
      scored integer NOT NULL,
      changed integer NOT NULL,
      finished_at timestamptz
    )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE churn_scoring_run');
    await queryRunner.query('DROP TABLE customer_risk');
  }
}
