import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables of what projections have parked and skipped, and what the checkpoints need to survive a deadly event. */
export class CreateProjectionParking1700000000900 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE projection_checkpoint
      ADD starts_without_progress integer NOT NULL DEFAULT 0,
      ADD tried_position bigint,
      ADD tried_count integer NOT NULL DEFAULT 0`);
    await queryRunner.query(`CREATE TABLE projection_parked (
      projection text,
      sequence text,
      position bigint NOT NULL,
      event_id text NOT NULL,
      stream text NOT NULL,
      revision bigint NOT NULL,
      type text NOT NULL,
      recorded_at timestamptz NOT NULL,
      data bytea NOT NULL,
      metadata bytea NOT NULL,
      error text NOT NULL,
      attempts integer NOT NULL DEFAULT 1,
      unfinished_attempts integer NOT NULL DEFAULT 0,
      parked_at timestamptz NOT NULL DEFAULT now(),
      last_attempt_at timestamptz NOT NULL DEFAULT now(),
      next_attempt_at timestamptz,
      request text CHECK (request IN ('retry', 'skip')),
      requested_at timestamptz,
      requested_by text,
      reason text,
      PRIMARY KEY (projection, sequence)
    )`);
    await queryRunner.query(`CREATE TABLE projection_parked_event (
      projection text,
      sequence text,
      position bigint,
      PRIMARY KEY (projection, sequence, position),
      FOREIGN KEY (projection, sequence) REFERENCES projection_parked ON UPDATE CASCADE ON DELETE CASCADE
    )`);
    await queryRunner.query(`CREATE TABLE projection_skipped (
      projection text,
      position bigint,
      sequence text NOT NULL,
      event_id text NOT NULL,
      stream text NOT NULL,
      revision bigint NOT NULL,
      type text NOT NULL,
      error text NOT NULL,
      skipped_by text NOT NULL,
      reason text NOT NULL,
      skipped_at timestamptz NOT NULL DEFAULT now(),
      lifted_at timestamptz,
      PRIMARY KEY (projection, position)
    )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE projection_skipped, projection_parked_event, projection_parked');
    await queryRunner.query(`ALTER TABLE projection_checkpoint
      DROP starts_without_progress, DROP tried_position, DROP tried_count`);
  }
}
