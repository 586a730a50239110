import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateComplaintQueue1700000000200 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE complaint_queue (
      complaint_id text PRIMARY KEY,
      customer_id text NOT NULL,
      status text NOT NULL,
      owner text NOT NULL,
      offered_to text,
      channel text NOT NULL,
      subject text NOT NULL,
      product text,
      issue_type text,
      opened_at timestamptz NOT NULL,
      accepted_at timestamptz,
      first_responded_at timestamptz,
      resolved_at timestamptz,
      remedy text,
      closed_at timestamptz,
      disputed boolean,
      reopened_at timestamptz,
      reopenings integer NOT NULL,
      position bigint NOT NULL
    )`);
    await queryRunner.query('CREATE INDEX complaint_queue_status ON complaint_queue (status, opened_at)');
    await queryRunner.query('CREATE INDEX complaint_queue_customer ON complaint_queue (customer_id)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE complaint_queue');
  }
}
