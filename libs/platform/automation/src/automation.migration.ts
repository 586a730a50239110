import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One row for each automation: how far it has come, and the loads of history that hold its time. */
export class CreateAutomationPosition1700000001000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE automation_position (
      name text PRIMARY KEY,
      position bigint,
      open_loads jsonb NOT NULL DEFAULT '[]',
      updated_at timestamptz NOT NULL DEFAULT now()
    )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE automation_position');
  }
}
