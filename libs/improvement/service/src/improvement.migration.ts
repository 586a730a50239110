import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateImprovementDue1700000003200 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE improvement_due (
      kind text NOT NULL,
      key text NOT NULL,
      due_at timestamptz NOT NULL,
      look_at timestamptz NOT NULL,
      about jsonb NOT NULL,
      PRIMARY KEY (kind, key)
    )`);
    await queryRunner.query('CREATE INDEX improvement_due_look ON improvement_due (look_at)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE improvement_due');
  }
}
