import type { DomainEvent, Projection, Recorded } from '@tenure/kernel';
import { asBigint, asInstant, asSafeInteger } from '@tenure/postgres';
import { Column, Entity, type MigrationInterface, PrimaryColumn, type QueryRunner } from 'typeorm';
import { bindProjection, type ProjectionBinding } from '../projection.binding';

/** A small shop, for the engine's own tests. */
export type SampleEvent =
  | { type: 'AccountOpened'; data: { account: string; name: string } }
  | { type: 'AmountPaid'; data: { account: string; amountMinor: number } }
  | { type: 'AmountMoved'; data: { from: string; to: string; amountMinor: number } };

@Entity('account_balance')
export class AccountBalance {
  @PrimaryColumn('text') account!: string;
  @Column({ type: 'text', nullable: true }) name!: string | null;
  @Column({ name: 'balance_minor', type: 'bigint', transformer: asSafeInteger }) balanceMinor!: number;
  @Column({ name: 'last_at', type: 'timestamptz', transformer: asInstant }) lastAt!: string;
  @Column('jsonb') history!: { type: string; amountMinor: number }[];
}

@Entity('account_entry')
export class AccountEntry {
  @PrimaryColumn({ type: 'bigint', transformer: asBigint }) position!: bigint;
  @PrimaryColumn('text') account!: string;
  @Column('text') type!: string;
}

const accountsOf = (event: Recorded<SampleEvent>): string[] => {
  switch (event.type) {
    case 'AccountOpened':
    case 'AmountPaid':
      return [event.data.account];
    case 'AmountMoved':
      return [...new Set([event.data.from, event.data.to])];
  }
};

const changeOf = (event: Recorded<SampleEvent>, account: string): number => {
  switch (event.type) {
    case 'AccountOpened':
      return 0;
    case 'AmountPaid':
      return event.data.amountMinor;
    case 'AmountMoved':
      return (
        (event.data.to === account ? event.data.amountMinor : 0) -
        (event.data.from === account ? event.data.amountMinor : 0)
      );
  }
};

export const accountBalance: Projection<AccountBalance, SampleEvent> = {
  name: 'account-balance',
  version: 1,
  handles: ['AccountOpened', 'AmountPaid', 'AmountMoved'],
  keysOf: accountsOf,
  fold: (row, event, account) => ({
    account,
    name: event.type === 'AccountOpened' ? event.data.name : (row?.name ?? null),
    balanceMinor: (row?.balanceMinor ?? 0) + changeOf(event, account),
    lastAt: event.metadata.occurredAt,
    history: [...(row?.history ?? []), { type: event.type, amountMinor: changeOf(event, account) }].slice(-3),
  }),
};

export const accountEntry: Projection<AccountEntry, SampleEvent> = {
  name: 'account-entry',
  version: 1,
  handles: 'all',
  insertOnly: true,
  keysOf: accountsOf,
  fold: (_row, { position, type }, account) => ({ position, account, type }),
};

export const sampleBindings: readonly ProjectionBinding[] = [
  bindProjection(accountBalance, AccountBalance),
  bindProjection(accountEntry, AccountEntry),
];

export class CreateSampleTables1700000000001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE account_balance (account text PRIMARY KEY, name text, balance_minor bigint NOT NULL,
      last_at timestamptz NOT NULL, history jsonb NOT NULL, CONSTRAINT not_forbidden CHECK (name <> 'forbidden'))`);
    await queryRunner.query('CREATE INDEX account_balance_by_name ON account_balance (name, balance_minor)');
    await queryRunner.query(`CREATE TABLE account_entry (position bigint, account text, type text NOT NULL,
      PRIMARY KEY (position, account))`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE account_balance, account_entry');
  }
}

export type SampleRecorded = Recorded<DomainEvent & SampleEvent>;
