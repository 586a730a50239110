import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateVouchers1700000002100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE voucher_ledger (
      voucher_id text PRIMARY KEY,
      customer_id text NOT NULL,
      code text NOT NULL,
      plain_code text NOT NULL,
      status text NOT NULL,
      percent integer,
      currency text,
      amount_minor bigint,
      cause text NOT NULL,
      issued_by text NOT NULL,
      issued_at timestamptz NOT NULL,
      valid_until timestamptz NOT NULL,
      ended_at timestamptz,
      ended_by text,
      reason text,
      purchase_id text,
      worth_minor bigint,
      worth_currency text,
      position bigint NOT NULL
    )`);
    await queryRunner.query('CREATE INDEX voucher_ledger_status ON voucher_ledger (status, valid_until)');
    await queryRunner.query('CREATE INDEX voucher_ledger_issued ON voucher_ledger (issued_at, voucher_id)');
    await queryRunner.query('CREATE INDEX voucher_ledger_customer ON voucher_ledger (customer_id)');
    await queryRunner.query('CREATE INDEX voucher_ledger_code ON voucher_ledger (plain_code)');
    await queryRunner.query(`CREATE TABLE voucher_due (
      voucher_id text PRIMARY KEY,
      valid_until timestamptz NOT NULL,
      due_at timestamptz NOT NULL
    )`);
    await queryRunner.query('CREATE INDEX voucher_due_at ON voucher_due (due_at)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE voucher_due');
    await queryRunner.query('DROP TABLE voucher_ledger');
  }
}
