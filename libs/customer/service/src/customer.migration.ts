import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCustomerReadModels1700000000100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE customer_overview (
      customer_id text PRIMARY KEY,
      name text,
      kind text,
      country text,
      industry_code text,
      company_size text,
      growth_potential text,
      registered_at timestamptz,
      tier text,
      tier_since timestamptz,
      tier_reason text,
      tier_policy_id text,
      tier_policy_version integer,
      tier_overridden_until timestamptz,
      purchases integer NOT NULL,
      returns integer NOT NULL,
      cancellations integer NOT NULL,
      first_purchase_at timestamptz,
      last_purchase_at timestamptz,
      currency text,
      total_spend_minor bigint NOT NULL,
      other_spend_minor jsonb NOT NULL,
      interactions integer NOT NULL,
      open_interactions integer NOT NULL,
      last_interaction_at timestamptz,
      complaints integer NOT NULL,
      open_complaints integer NOT NULL,
      last_activity_at timestamptz,
      position bigint NOT NULL
    )`);
    await queryRunner.query('CREATE INDEX customer_overview_tier ON customer_overview (tier, customer_id)');
    await queryRunner.query(`CREATE TABLE customer_timeline (
      customer_id text NOT NULL,
      position bigint NOT NULL,
      stream text NOT NULL,
      revision bigint NOT NULL,
      type text NOT NULL,
      occurred_at timestamptz NOT NULL,
      recorded_at timestamptz NOT NULL,
      actor text NOT NULL,
      source text NOT NULL,
      summary text NOT NULL,
      PRIMARY KEY (customer_id, position)
    )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE customer_timeline');
    await queryRunner.query('DROP TABLE customer_overview');
  }
}
