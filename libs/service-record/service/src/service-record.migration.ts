import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateServiceRecords1700000001300 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE service_register (
      record_id text PRIMARY KEY,
      customer_id text NOT NULL,
      service_type text NOT NULL,
      contact text,
      problem text NOT NULL,
      result text NOT NULL,
      served_by text NOT NULL,
      responsible text NOT NULL,
      remark text,
      case_id text,
      served_at timestamptz NOT NULL,
      signed_off_at timestamptz,
      satisfaction integer,
      sampled_in text,
      reviewed_by text,
      reviewed_at timestamptz,
      scores jsonb,
      review_remark text,
      position bigint NOT NULL
    )`);
    await queryRunner.query('CREATE INDEX service_register_served ON service_register (served_at)');
    await queryRunner.query('CREATE INDEX service_register_customer ON service_register (customer_id, served_at)');
    await queryRunner.query(`CREATE TABLE served_customer (
      customer_id text PRIMARY KEY,
      name text,
      tier text,
      position bigint NOT NULL
    )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE served_customer');
    await queryRunner.query('DROP TABLE service_register');
  }
}
