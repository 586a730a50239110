import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateContactPlan1700000001500 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE contact_schedule (
      contact_key text PRIMARY KEY,
      contact_id text NOT NULL,
      customer_id text NOT NULL,
      kind text NOT NULL,
      tier text NOT NULL,
      period text NOT NULL,
      period_from timestamptz NOT NULL,
      due_by timestamptz NOT NULL,
      status text NOT NULL,
      done_by text,
      done_at timestamptz,
      channel text,
      interaction_id text,
      missed_at timestamptz,
      dropped_because text,
      policy_id text NOT NULL,
      policy_version integer NOT NULL,
      planned_at timestamptz NOT NULL,
      position bigint NOT NULL
    )`);
    await queryRunner.query('CREATE INDEX contact_schedule_due ON contact_schedule (due_by, contact_key)');
    await queryRunner.query('CREATE INDEX contact_schedule_status ON contact_schedule (status, due_by, contact_key)');
    await queryRunner.query('CREATE INDEX contact_schedule_customer ON contact_schedule (customer_id, due_by)');
    await queryRunner.query(`CREATE TABLE contact_plan_watch (
      customer_id text PRIMARY KEY,
      tier text,
      next_at timestamptz,
      act_at timestamptz,
      watch jsonb NOT NULL
    )`);
    await queryRunner.query('CREATE INDEX contact_plan_watch_due ON contact_plan_watch (act_at)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE contact_plan_watch');
    await queryRunner.query('DROP TABLE contact_schedule');
  }
}
