import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Until the read model was filled anew, its customers have no names that are of a time. */
export class AddCustomerNames1700000003400 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE customer_directory ADD COLUMN names jsonb NOT NULL DEFAULT '[]'`);
    await queryRunner.query('ALTER TABLE customer_directory ALTER COLUMN names DROP DEFAULT');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE customer_directory DROP COLUMN names');
  }
}
