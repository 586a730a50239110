import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateJourneys1700000002600 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [...RUNNING, ...READING]) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of TABLES) await queryRunner.query(`DROP TABLE ${table}`);
  }
}

const TABLES = ['journey_outcome', 'journey_list', 'journey_task', 'journey_run', 'journey_run_due', 'journey_known'];

const RUNNING = [
  `CREATE TABLE journey_known (journey_id text PRIMARY KEY)`,
  `CREATE TABLE journey_run_due (
    run_id text PRIMARY KEY,
    customer_id text NOT NULL,
    step_id text NOT NULL,
    due_at timestamptz NOT NULL,
    merged boolean NOT NULL
  )`,
  'CREATE INDEX journey_run_due_at ON journey_run_due (due_at)',
  'CREATE INDEX journey_run_due_customer ON journey_run_due (customer_id)',
];

const READING = [
  `CREATE TABLE journey_run (
    run_id text PRIMARY KEY,
    customer_id text NOT NULL,
    journey_id text NOT NULL,
    version integer NOT NULL,
    category text NOT NULL,
    run_group text NOT NULL,
    cause_event_id text NOT NULL,
    entered_at timestamptz NOT NULL,
    outcome_until timestamptz NOT NULL,
    status text NOT NULL,
    next_step_id text,
    next_due_at timestamptz,
    ended_because text,
    ended_at timestamptz,
    steps jsonb NOT NULL,
    position bigint NOT NULL
  )`,
  'CREATE INDEX journey_run_journey ON journey_run (journey_id, entered_at, run_id)',
  'CREATE INDEX journey_run_customer ON journey_run (customer_id, entered_at, run_id)',
  `CREATE TABLE journey_task (
    task_id text PRIMARY KEY,
    customer_id text NOT NULL,
    journey_id text NOT NULL,
    run_id text NOT NULL,
    assignee text NOT NULL,
    title jsonb NOT NULL,
    due_at timestamptz NOT NULL,
    status text NOT NULL,
    given_at timestamptz NOT NULL,
    done_by text,
    done_at timestamptz,
    note text,
    position bigint NOT NULL
  )`,
  'CREATE INDEX journey_task_due ON journey_task (status, due_at, task_id)',
  `CREATE TABLE journey_list (
    journey_id text PRIMARY KEY,
    version integer NOT NULL,
    title_zh text NOT NULL,
    title_en text NOT NULL,
    effective_from timestamptz,
    treated integer NOT NULL,
    held_out integer NOT NULL,
    ended jsonb NOT NULL,
    refused jsonb NOT NULL,
    steps jsonb NOT NULL,
    position bigint NOT NULL
  )`,
  `CREATE TABLE journey_outcome (
    customer_id text PRIMARY KEY,
    stage text,
    runs jsonb NOT NULL,
    position bigint NOT NULL
  )`,
];
