import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateMetrics1700000003300 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE metric_case (
      case_id text PRIMARY KEY,
      customer_id text NOT NULL,
      product text,
      case_type text NOT NULL,
      opened_at timestamptz,
      latest_at timestamptz NOT NULL,
      steps jsonb NOT NULL,
      clocks jsonb NOT NULL
    )`);
    await queryRunner.query('CREATE INDEX metric_case_opened ON metric_case (opened_at)');
    await queryRunner.query('CREATE INDEX metric_case_latest ON metric_case (latest_at)');
    await queryRunner.query(`CREATE TABLE metric_answer (
      invitation_id text PRIMARY KEY,
      customer_id text NOT NULL,
      survey_id text NOT NULL,
      product text,
      labels jsonb NOT NULL,
      invited_at timestamptz NOT NULL,
      answered_at timestamptz,
      scores jsonb NOT NULL
    )`);
    await queryRunner.query('CREATE INDEX metric_answer_invited ON metric_answer (invited_at)');
    await queryRunner.query('CREATE INDEX metric_answer_answered ON metric_answer (answered_at)');
    await queryRunner.query(`CREATE TABLE metric_customer (
      customer_id text PRIMARY KEY,
      since_at timestamptz NOT NULL,
      registered_at timestamptz,
      referrals jsonb NOT NULL,
      purchases jsonb NOT NULL,
      stages jsonb NOT NULL,
      tiers jsonb NOT NULL,
      mergers jsonb NOT NULL
    )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE metric_customer');
    await queryRunner.query('DROP TABLE metric_answer');
    await queryRunner.query('DROP TABLE metric_case');
  }
}
