import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows of the version before hold until the read model was filled anew: for that long, the new columns hold these. */
export class AddComplaintHandling1700000001510 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE complaint_queue
      ADD COLUMN accepted_by text,
      ADD COLUMN received_by text NOT NULL DEFAULT '',
      ADD COLUMN case_type text NOT NULL DEFAULT 'complaint',
      ADD COLUMN urgency text NOT NULL DEFAULT 'normal',
      ADD COLUMN complexity text NOT NULL DEFAULT 'routine',
      ADD COLUMN service_standard text,
      ADD COLUMN agreed_due_at timestamptz,
      ADD COLUMN held_at timestamptz,
      ADD COLUMN held_for text,
      ADD COLUMN holds integer NOT NULL DEFAULT 0,
      ADD COLUMN help jsonb NOT NULL DEFAULT '[]',
      ADD COLUMN resolved_by text,
      ADD COLUMN reported_timely boolean,
      ADD COLUMN told_at timestamptz,
      ADD COLUMN told_by text,
      ADD COLUMN followed_up_at timestamptz,
      ADD COLUMN followed_up_by text,
      ADD COLUMN satisfaction integer,
      ADD COLUMN duplicate_of text`);
    await queryRunner.query(`ALTER TABLE complaint_queue
      ALTER COLUMN received_by DROP DEFAULT,
      ALTER COLUMN case_type DROP DEFAULT,
      ALTER COLUMN urgency DROP DEFAULT,
      ALTER COLUMN complexity DROP DEFAULT,
      ALTER COLUMN holds DROP DEFAULT,
      ALTER COLUMN help DROP DEFAULT`);
    await queryRunner.query(`CREATE TABLE progress_link (
      link_hash text PRIMARY KEY,
      complaint_id text NOT NULL,
      issued_at timestamptz NOT NULL,
      expires_at timestamptz,
      position bigint NOT NULL
    )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE progress_link');
    const added = ADDED.map((column) => `DROP COLUMN ${column}`).join(', ');
    await queryRunner.query(`ALTER TABLE complaint_queue ${added}`);
  }
}

const ADDED = [
  'accepted_by',
  'received_by',
  'case_type',
  'urgency',
  'complexity',
  'service_standard',
  'agreed_due_at',
  'held_at',
  'held_for',
  'holds',
  'help',
  'resolved_by',
  'reported_timely',
  'told_at',
  'told_by',
  'followed_up_at',
  'followed_up_by',
  'satisfaction',
  'duplicate_of',
] as const;
