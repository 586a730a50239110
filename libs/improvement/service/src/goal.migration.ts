import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateGoalRegister1700000003220 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE goal_register (
      goal_id text PRIMARY KEY,
      metric_id text NOT NULL,
      owner text NOT NULL,
      due_at timestamptz NOT NULL,
      set_at timestamptz NOT NULL,
      given_up boolean NOT NULL,
      history jsonb NOT NULL,
      position bigint NOT NULL
    )`);
    await queryRunner.query('CREATE INDEX goal_register_set ON goal_register (set_at, goal_id)');
    await queryRunner.query('CREATE INDEX goal_register_metric ON goal_register (metric_id)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE goal_register');
  }
}
