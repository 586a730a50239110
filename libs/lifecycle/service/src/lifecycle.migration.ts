import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateLifecycle1700000002310 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE customer_stage (
      customer_id text PRIMARY KEY,
      stage text NOT NULL,
      since timestamptz,
      stays jsonb NOT NULL,
      milestones jsonb NOT NULL,
      dates jsonb NOT NULL,
      tier text,
      tiers jsonb NOT NULL,
      band text,
      score double precision,
      bands jsonb NOT NULL,
      arrived_at timestamptz,
      churned_at timestamptz,
      position bigint NOT NULL
    )`);
    await queryRunner.query('CREATE INDEX customer_stage_since ON customer_stage (since, customer_id)');
    await queryRunner.query('CREATE INDEX customer_stage_stage ON customer_stage (stage, since, customer_id)');
    await queryRunner.query(`CREATE TABLE stage_flow (
      key text PRIMARY KEY,
      month text NOT NULL,
      from_stage text NOT NULL,
      to_stage text NOT NULL,
      customers integer NOT NULL
    )`);
    await queryRunner.query(`CREATE TABLE customer_order_month (
      key text PRIMARY KEY,
      customer_id text NOT NULL,
      month text NOT NULL,
      orders integer NOT NULL
    )`);
    await queryRunner.query('CREATE INDEX customer_order_month_customer ON customer_order_month (customer_id, month)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE customer_order_month');
    await queryRunner.query('DROP TABLE stage_flow');
    await queryRunner.query('DROP TABLE customer_stage');
  }
}
