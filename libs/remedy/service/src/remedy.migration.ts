import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRemedies1700000001200 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE remedy_register (
      remedy_key text PRIMARY KEY,
      remedy_id text NOT NULL,
      person_id text NOT NULL,
      complaint_id text NOT NULL,
      customer_id text NOT NULL,
      status text NOT NULL,
      reason text NOT NULL,
      currency text NOT NULL,
      amount_minor bigint NOT NULL,
      standard_minor bigint NOT NULL,
      discretion_minor bigint NOT NULL,
      period text,
      because text,
      policy_id text NOT NULL,
      policy_version integer NOT NULL,
      asked_at timestamptz NOT NULL,
      decided_by text,
      decided_at timestamptz,
      why text,
      position bigint NOT NULL
    )`);
    await queryRunner.query('CREATE INDEX remedy_register_person ON remedy_register (person_id, asked_at)');
    await queryRunner.query('CREATE INDEX remedy_register_complaint ON remedy_register (complaint_id)');
    await queryRunner.query('CREATE INDEX remedy_register_status ON remedy_register (status, asked_at)');
    await queryRunner.query(`CREATE TABLE discretion_ledger (
      entry_id text PRIMARY KEY,
      person_id text NOT NULL,
      period text NOT NULL,
      remedy_id text NOT NULL,
      complaint_id text NOT NULL,
      currency text NOT NULL,
      amount_minor bigint NOT NULL,
      budget_minor bigint,
      booked_at timestamptz NOT NULL,
      position bigint NOT NULL
    )`);
    await queryRunner.query('CREATE INDEX discretion_ledger_person ON discretion_ledger (person_id, period)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE discretion_ledger');
    await queryRunner.query('DROP TABLE remedy_register');
  }
}
