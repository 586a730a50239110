import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateNoticeInbox1700000001400 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE notice_inbox (
      notice_id text PRIMARY KEY,
      recipient text NOT NULL,
      template text NOT NULL,
      parameters jsonb NOT NULL,
      deliveries jsonb NOT NULL,
      customer_id text,
      case_id text,
      cause_event_id text NOT NULL,
      issued_at timestamptz NOT NULL,
      read_at timestamptz,
      position bigint NOT NULL
    )`);
    await queryRunner.query('CREATE INDEX notice_inbox_recipient ON notice_inbox (recipient, issued_at)');
    await queryRunner.query('CREATE INDEX notice_inbox_issued ON notice_inbox (issued_at)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE notice_inbox');
  }
}
