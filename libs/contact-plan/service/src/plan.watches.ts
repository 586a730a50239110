import type { PlanWatch } from '@tenure/contact-plan-core';
import { describeTable, selectRows } from '@tenure/postgres';
import { setTimers, type TimerClock } from '@tenure/timers';
import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { PlanWatchRow } from './plan-watch.entity';

/** One timer for all: at the moment at which the first customer is to be acted on. */
export const CONTACT_PLAN_TIMER = 'contact-plan';
const DUE = 'due';

/** With the moment (ISO 8601) at which it is to be acted on; absent where nothing is to be done. */
export interface TimedWatch {
  readonly watch: PlanWatch;
  readonly actAt?: string;
}

/** What the planning has stored of customers. All of it inside of a transaction that is open. */
export class PlanWatches {
  readonly #rows;

  constructor(dataSource: DataSource) {
    this.#rows = describeTable(dataSource, PlanWatchRow);
  }

  /** Those that are known, which nobody else can get before the transaction ends. */
  async lock(client: PoolClient, customerIds: readonly string[]): Promise<Map<string, PlanWatch>> {
    if (customerIds.length === 0) return new Map();
    await client.query('SELECT FROM contact_plan_watch WHERE customer_id = ANY($1) ORDER BY customer_id FOR UPDATE', [
      customerIds,
    ]);
    return this.#read(client, customerIds);
  }

  /** Those that are to be acted on by a moment, the first of them, but not those that somebody else has. */
  async lockDue(client: PoolClient, now: string, limit: number): Promise<Map<string, PlanWatch>> {
    const { rows } = await client.query<{ id: string }>(
      `SELECT customer_id AS id FROM contact_plan_watch WHERE act_at <= $1 ORDER BY act_at LIMIT $2
       FOR UPDATE SKIP LOCKED`,
      [now, limit],
    );
    return this.#read(
      client,
      rows.map(({ id }) => id),
    );
  }

  /** In place, as a row that was deleted and written anew would be lost to those who wait for its lock. */
  async write(client: PoolClient, watches: readonly TimedWatch[]): Promise<void> {
    if (watches.length === 0) return;
    await client.query(
      `INSERT INTO contact_plan_watch (customer_id, tier, next_at, act_at, watch)
       SELECT * FROM jsonb_to_recordset($1)
         AS given (customer_id text, tier text, next_at timestamptz, act_at timestamptz, watch jsonb)
       ON CONFLICT (customer_id) DO UPDATE
         SET tier = EXCLUDED.tier, next_at = EXCLUDED.next_at, act_at = EXCLUDED.act_at, watch = EXCLUDED.watch`,
      [JSON.stringify(watches.map(toRecord))],
    );
  }

  /** Has every customer planned anew at a moment (ISO 8601), or earlier, who is under a plan or in one of the tiers. */
  async planAllAt(client: PoolClient, at: string, tiers: readonly string[]): Promise<void> {
    await client.query(
      `UPDATE contact_plan_watch SET next_at = LEAST(next_at, $1), act_at = LEAST(act_at, $1)
       WHERE next_at IS NOT NULL OR tier = ANY($2)`,
      [at, tiers],
    );
  }

  /** Sets the timer to the first moment at which somebody is to be acted on; to be called last, whoever changed what. */
  async setTimer(client: PoolClient, now: TimerClock): Promise<void> {
    // Of two transactions the second has to see what the first has written, or the earlier moment could be lost.
    await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('tenure-contact-plan-timer', 0))`);
    const { rows } = await client.query<{ first: Date | null }>('SELECT min(act_at) AS first FROM contact_plan_watch');
    const first = rows[0]?.first;
    if (first) await setTimers(client, now, [{ kind: CONTACT_PLAN_TIMER, key: DUE, dueAt: first.toISOString() }]);
  }

  async #read(client: PoolClient, customerIds: readonly string[]): Promise<Map<string, PlanWatch>> {
    if (customerIds.length === 0) return new Map();
    const rows = await selectRows(client, this.#rows, [customerIds]);
    return new Map(rows.map((row) => [row.customerId, toWatch(row)]));
  }
}

const toWatch = ({ customerId, tier, nextAt, watch }: PlanWatchRow): PlanWatch => ({
  ...watch,
  customerId,
  ...(tier !== null && { tier }),
  ...(nextAt !== null && { nextAt }),
});

const toRecord = ({ watch: { customerId, tier, nextAt, ...watch }, actAt }: TimedWatch) => ({
  customer_id: customerId,
  tier,
  next_at: nextAt,
  act_at: actAt,
  watch,
});
