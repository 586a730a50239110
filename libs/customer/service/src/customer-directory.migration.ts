import type { MigrationInterface, QueryRunner } from 'typeorm';

/** No customer was merged before there was a column for it, so rows that there are need not be filled anew. */
export class CreateCustomerDirectory1700000002000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE customer_directory (
      customer_id text PRIMARY KEY,
      name text,
      email text,
      addressed jsonb NOT NULL,
      consents jsonb NOT NULL,
      merged_into text,
      position bigint NOT NULL
    )`);
    await queryRunner.query('ALTER TABLE customer_overview ADD COLUMN merged_into text');
    await queryRunner.query('CREATE INDEX customer_overview_merged ON customer_overview (merged_into, customer_id)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE customer_overview DROP COLUMN merged_into');
    await queryRunner.query('DROP TABLE customer_directory');
  }
}
