import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCaseClock1700000001200 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE case_clock (
      key text PRIMARY KEY,
      case_id text NOT NULL,
      clock_id text NOT NULL,
      customer_id text NOT NULL,
      kind text NOT NULL,
      case_type text NOT NULL,
      tier text NOT NULL,
      urgency text NOT NULL,
      complexity text NOT NULL,
      owner text NOT NULL,
      status text NOT NULL,
      outcome text NOT NULL,
      policy_id text,
      policy_version integer,
      target_id text,
      calendar_id text,
      calendar_version integer,
      holidays_version integer,
      agreed_due_at timestamptz,
      time_zone text NOT NULL,
      target_seconds double precision NOT NULL,
      started_at timestamptz NOT NULL,
      due_at timestamptz,
      provisional boolean NOT NULL,
      elapsed_seconds double precision NOT NULL,
      counted_at timestamptz NOT NULL,
      paused_for text,
      breached_at timestamptz,
      finished_at timestamptz,
      cancelled_for text,
      decided_at timestamptz,
      decided_month text,
      reminded_percents jsonb NOT NULL,
      escalated_steps integer NOT NULL,
      pauses jsonb NOT NULL,
      targets jsonb NOT NULL,
      history jsonb NOT NULL,
      clock jsonb NOT NULL
    )`);
    await queryRunner.query('CREATE INDEX case_clock_case ON case_clock (case_id)');
    await queryRunner.query('CREATE INDEX case_clock_customer ON case_clock (customer_id)');
    await queryRunner.query('CREATE INDEX case_clock_due ON case_clock (status, due_at)');
    await queryRunner.query('CREATE INDEX case_clock_owner ON case_clock (owner, status)');
    await queryRunner.query('CREATE INDEX case_clock_decided ON case_clock (decided_month, kind)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE case_clock');
  }
}
