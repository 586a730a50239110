import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateFeedback1700000003000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [...READING, ...ASKING]) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of TABLES) await queryRunner.query(`DROP TABLE ${table}`);
  }
}

const TABLES = ['survey_round', 'survey_due', 'survey_asked', 'survey_known', 'customer_voice', 'survey_response'];

const READING = [
  `CREATE TABLE survey_response (
    invitation_id text PRIMARY KEY,
    survey_id text NOT NULL,
    version integer NOT NULL,
    customer_id text NOT NULL,
    about_kind text,
    about_id text,
    product text,
    labels jsonb NOT NULL,
    sent boolean NOT NULL,
    invited_by text,
    invited_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    answered_at timestamptz,
    language text,
    csat integer,
    nps integer,
    ces integer,
    responsiveness integer,
    resolution integer,
    attitude integer,
    answers jsonb,
    text text,
    position bigint NOT NULL
  )`,
  'CREATE INDEX survey_response_survey ON survey_response (survey_id, invited_at, invitation_id)',
  'CREATE INDEX survey_response_invited ON survey_response (invited_at, invitation_id)',
  'CREATE INDEX survey_response_customer ON survey_response (customer_id, invited_at)',
  'CREATE INDEX survey_response_answered ON survey_response (answered_at) WHERE answered_at IS NOT NULL',
  `CREATE TABLE customer_voice (
    voice_id text PRIMARY KEY,
    kind text NOT NULL,
    customer_id text,
    text text NOT NULL,
    product text,
    labels jsonb NOT NULL,
    rating integer,
    address text,
    case_id text,
    recorded_by text NOT NULL,
    heard_at timestamptz NOT NULL,
    position bigint NOT NULL
  )`,
  'CREATE INDEX customer_voice_heard ON customer_voice (heard_at, voice_id)',
  'CREATE INDEX customer_voice_customer ON customer_voice (customer_id, heard_at)',
];

const ASKING = [
  'CREATE TABLE survey_known (survey_id text PRIMARY KEY)',
  `CREATE TABLE survey_asked (
    survey_id text,
    customer_id text,
    asked_at timestamptz NOT NULL,
    PRIMARY KEY (survey_id, customer_id)
  )`,
  `CREATE TABLE survey_due (
    invitation_id text PRIMARY KEY,
    survey_id text NOT NULL,
    customer_id text NOT NULL,
    about jsonb NOT NULL,
    cause_event_id text NOT NULL,
    correlation_id text NOT NULL,
    asked_by text NOT NULL,
    message jsonb,
    due_at timestamptz NOT NULL
  )`,
  'CREATE INDEX survey_due_at ON survey_due (due_at)',
  `CREATE TABLE survey_round (
    survey_id text,
    quarter text,
    after_customer_id text,
    asked integer NOT NULL,
    finished_at timestamptz,
    PRIMARY KEY (survey_id, quarter)
  )`,
];
