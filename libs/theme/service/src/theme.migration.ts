import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateThemes1700000003100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of TABLES) await queryRunner.query(`DROP TABLE ${table}`);
  }
}

const TABLES = [
  'theme_automation',
  'problem_touch',
  'tier_since',
  'case_money',
  'problem_case',
  'theme_day_count',
  'themed_text',
];

const STATEMENTS = [
  `CREATE TABLE themed_text (
    source text NOT NULL,
    source_id text NOT NULL,
    customer_id text,
    product text,
    case_type text,
    at timestamptz NOT NULL,
    themes text[] NOT NULL,
    steps text[] NOT NULL,
    ruled_by integer NOT NULL,
    corrected json,
    PRIMARY KEY (source, source_id)
  )`,
  'CREATE INDEX themed_text_at ON themed_text (source, at)',
  `CREATE TABLE theme_day_count (
    complaint_group text NOT NULL,
    day integer NOT NULL,
    cases integer NOT NULL,
    PRIMARY KEY (complaint_group, day)
  )`,
  `CREATE TABLE problem_case (
    problem_id text NOT NULL,
    complaint_id text NOT NULL,
    customer_id text NOT NULL,
    at timestamptz NOT NULL,
    belongs_from timestamptz NOT NULL,
    belongs_until timestamptz,
    by_person boolean NOT NULL,
    PRIMARY KEY (problem_id, complaint_id)
  )`,
  'CREATE INDEX problem_case_at ON problem_case (problem_id, at)',
  'CREATE INDEX problem_case_complaint ON problem_case (complaint_id)',
  `CREATE TABLE case_money (
    complaint_id text NOT NULL,
    entry_id text NOT NULL,
    currency text NOT NULL,
    amount_minor bigint NOT NULL,
    at timestamptz NOT NULL,
    taken_back_at timestamptz,
    PRIMARY KEY (complaint_id, entry_id)
  )`,
  `CREATE TABLE tier_since (
    customer_id text NOT NULL,
    since timestamptz NOT NULL,
    tier text,
    PRIMARY KEY (customer_id, since)
  )`,
  `CREATE TABLE problem_touch (problem_id text PRIMARY KEY, position bigint NOT NULL)`,
  `CREATE TABLE theme_automation (name text PRIMARY KEY, epoch bigint NOT NULL, state json NOT NULL)`,
  `INSERT INTO theme_automation (name, epoch, state) VALUES ('themes', 0, '{}')`,
];
