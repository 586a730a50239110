import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Until the read model was filled anew, nobody knows when its ratings were given. */
export class AddServiceRating1700000003410 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE service_register ADD COLUMN rated_at timestamptz');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE service_register DROP COLUMN rated_at');
  }
}
