import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateImprovementRegisters1700000003210 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE problem_register (
      problem_id text PRIMARY KEY,
      title jsonb NOT NULL,
      status text NOT NULL,
      priority text,
      theme_id text,
      product text,
      step_id text,
      opened_by text NOT NULL,
      opened_at timestamptz NOT NULL,
      changed_at timestamptz NOT NULL,
      history jsonb NOT NULL,
      position bigint NOT NULL
    )`);
    await queryRunner.query('CREATE INDEX problem_register_opened ON problem_register (opened_at, problem_id)');
    await queryRunner.query('CREATE INDEX problem_register_status ON problem_register (status, opened_at)');
    await queryRunner.query(`CREATE TABLE measure_register (
      measure_id text PRIMARY KEY,
      problem_id text NOT NULL,
      owner text NOT NULL,
      stage text NOT NULL,
      starts_on text NOT NULL,
      due_on text NOT NULL,
      metric_id text NOT NULL,
      verdict text,
      regressed boolean NOT NULL,
      planned_at timestamptz NOT NULL,
      history jsonb NOT NULL,
      position bigint NOT NULL
    )`);
    await queryRunner.query('CREATE INDEX measure_register_problem ON measure_register (problem_id)');
    await queryRunner.query('CREATE INDEX measure_register_metric ON measure_register (metric_id)');
    await queryRunner.query('CREATE INDEX measure_register_due ON measure_register (stage, due_on)');
    await queryRunner.query('CREATE INDEX measure_register_owner ON measure_register (owner, due_on)');
    await queryRunner.query('CREATE INDEX measure_register_planned ON measure_register (planned_at, measure_id)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE measure_register');
    await queryRunner.query('DROP TABLE problem_register');
  }
}
