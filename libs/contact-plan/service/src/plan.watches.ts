import type { PlanWatch } from '@tenure/contact-plan-core';
import { describeTable, selectRows } from '@tenure/postgres';
import type { Timer } from '@tenure/timers';
import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { PlanWatchRow } from './plan-watch.entity';

export const CONTACT_PLAN_TIMER = 'contact-plan';

export const planTimer = (customerId: string, dueAt: string): Timer => ({
  kind: CONTACT_PLAN_TIMER,
  key: customerId,
  dueAt,
});

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
    const rows = await selectRows(client, this.#rows, [customerIds]);
    return new Map(rows.map((row) => [row.customerId, toWatch(row)]));
  }

  /** In place, as a row that was deleted and written anew would be lost to those who wait for its lock. */
  async write(client: PoolClient, watches: readonly PlanWatch[]): Promise<void> {
    if (watches.length === 0) return;
    await client.query(
      `INSERT INTO contact_plan_watch (customer_id, tier, next_at, watch)
       SELECT * FROM jsonb_to_recordset($1) AS given (customer_id text, tier text, next_at timestamptz, watch jsonb)
       ON CONFLICT (customer_id) DO UPDATE
         SET tier = EXCLUDED.tier, next_at = EXCLUDED.next_at, watch = EXCLUDED.watch`,
      [JSON.stringify(watches.map(toRecord))],
    );
  }

  /**
   * Has every customer planned anew at a moment (ISO 8601), or earlier, who is under a plan or in one of the tiers. The
   * timers by which that happens, but not of those who have something to be acted on before.
   */
  async planAllAt(client: PoolClient, at: string, tiers: readonly string[]): Promise<Timer[]> {
    const { rows } = await client.query<{ id: string; next: Date; idle: boolean }>(
      `UPDATE contact_plan_watch SET next_at = LEAST(COALESCE(next_at, $1), $1)
       WHERE next_at IS NOT NULL OR tier = ANY($2)
       RETURNING customer_id AS id, next_at AS next, watch->'facts' = '[]' AS idle`,
      [at, tiers],
    );
    return rows.filter(({ idle }) => idle).map(({ id, next }) => planTimer(id, next.toISOString()));
  }
}

const toWatch = ({ customerId, tier, nextAt, watch }: PlanWatchRow): PlanWatch => ({
  ...watch,
  customerId,
  ...(tier !== null && { tier }),
  ...(nextAt !== null && { nextAt }),
});

const toRecord = ({ customerId, tier, nextAt, ...watch }: PlanWatch) => ({
  customer_id: customerId,
  tier,
  next_at: nextAt,
  watch,
});
