import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCustomerBehaviour1700000002700 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE customer_behaviour (
      customer_id text PRIMARY KEY,
      orders integer NOT NULL,
      first_order_on text,
      last_order_on text,
      last_login_on text,
      last_contact_on text,
      open_complaints integer NOT NULL,
      behaviour jsonb NOT NULL,
      position bigint NOT NULL
    )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE customer_behaviour');
  }
}
