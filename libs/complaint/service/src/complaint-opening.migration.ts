import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cases of a month are counted whatever became of them. */
export class IndexComplaintOpening1700000003420 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('CREATE INDEX complaint_queue_opened ON complaint_queue (opened_at)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX complaint_queue_opened');
  }
}
