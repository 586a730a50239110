import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePolicyList1700000001100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE policy_list (
      policy_id text PRIMARY KEY,
      kind text NOT NULL,
      title jsonb NOT NULL,
      versions jsonb NOT NULL,
      draft_version integer,
      position bigint NOT NULL
    )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE policy_list');
  }
}
