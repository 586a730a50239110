import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far the read models are, for whoever reads them in SQL: the checkpoints' own table is the writers' alone. */
export class CreateReadModelPosition1700000000950 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE VIEW read_model_position AS
      SELECT name, version, position, last_recorded_at, updated_at FROM projection_checkpoint
      WHERE name NOT LIKE '%~rebuild'`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP VIEW read_model_position');
  }
}
