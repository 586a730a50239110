import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCaseQueue1700000001210 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE case_queue (
      case_id text PRIMARY KEY,
      customer_id text NOT NULL,
      subject text NOT NULL,
      channel text NOT NULL,
      case_type text NOT NULL,
      urgency text NOT NULL,
      complexity text NOT NULL,
      owner text NOT NULL,
      tier text,
      status text NOT NULL,
      opened_at timestamptz NOT NULL,
      duplicate_of text,
      is_waiting boolean NOT NULL,
      due_first text COLLATE "C" NOT NULL,
      due_by_kind jsonb NOT NULL,
      is_breached boolean NOT NULL,
      is_warned boolean NOT NULL,
      is_paused boolean NOT NULL,
      clocks jsonb NOT NULL
    )`);
    await queryRunner.query('CREATE INDEX case_queue_due ON case_queue (is_waiting, due_first, case_id)');
    await queryRunner.query('CREATE INDEX case_queue_owner ON case_queue (is_waiting, owner, due_first)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE case_queue');
  }
}
