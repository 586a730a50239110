import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateProjectionCheckpoint1700000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE projection_checkpoint (
      name text PRIMARY KEY,
      version integer NOT NULL,
      position bigint,
      epoch bigint NOT NULL DEFAULT 0,
      generation bigint NOT NULL DEFAULT 0,
      events_seen bigint NOT NULL DEFAULT 0,
      last_recorded_at timestamptz,
      updated_at timestamptz NOT NULL DEFAULT now(),
      failure text,
      failed_at timestamptz
    )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE projection_checkpoint');
  }
}
