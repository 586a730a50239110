import type { JourneyEvent } from '@tenure/journey-contract';
import { dueAfter, type NextStep } from '@tenure/journey-core';
import { withConnection } from '@tenure/postgres';
import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';

/** A run whose next step is due, or that is to be ended. */
export interface DueRun {
  readonly runId: string;
  readonly customerId: string;
  readonly stepId: string;
  readonly merged: boolean;
}

/** What a run waits for after an event; `none` where it waits for nothing any more. */
interface Change {
  readonly runId: string;
  readonly customerId: string;
  readonly next: NextStep | 'none';
}

/** The runs that are under way, by when their next step is due. All but looking inside of a transaction that is open. */
export class DueSteps {
  /** What the log says of runs; of several events of one run the last one counts. */
  async follow(client: PoolClient, events: readonly JourneyEvent[]): Promise<void> {
    const changes = [...new Map(events.flatMap(changeOf)).values()];
    const waiting = changes.flatMap(({ runId, customerId, next }) =>
      next === 'none' ? [] : [{ run_id: runId, customer_id: customerId, step_id: next.stepId, due_at: next.dueAt }],
    );
    const over = changes.flatMap(({ runId, next }) => (next === 'none' ? [runId] : []));
    if (waiting.length > 0) {
      await client.query(
        `INSERT INTO journey_run_due (run_id, customer_id, step_id, due_at, merged)
         SELECT run_id, customer_id, step_id, due_at, false FROM jsonb_to_recordset($1)
           AS given (run_id text, customer_id text, step_id text, due_at timestamptz) ORDER BY run_id
         ON CONFLICT (run_id) DO UPDATE SET step_id = EXCLUDED.step_id, due_at = EXCLUDED.due_at`,
        [JSON.stringify(waiting)],
      );
    }
    if (over.length > 0) await client.query('DELETE FROM journey_run_due WHERE run_id = ANY($1)', [over]);
  }

  /** Has the runs of customers who were merged ended. */
  async endOf(client: PoolClient, customerIds: readonly string[], now: string): Promise<void> {
    if (customerIds.length === 0) return;
    await client.query('UPDATE journey_run_due SET merged = true, due_at = $2 WHERE customer_id = ANY($1)', [
      customerIds,
      now,
    ]);
  }

  /** Whether anything is due by a moment; also outside of a transaction. */
  async areAny(client: PoolClient, now: string): Promise<boolean> {
    const { rowCount } = await client.query('SELECT FROM journey_run_due WHERE due_at <= $1 LIMIT 1', [now]);
    return rowCount === 1;
  }

  /** Those that are due by a moment, the first of them, but not those that somebody else has. */
  async lock(client: PoolClient, now: string, limit: number): Promise<readonly DueRun[]> {
    const { rows } = await client.query<DueRun>(
      `SELECT run_id AS "runId", customer_id AS "customerId", step_id AS "stepId", merged FROM journey_run_due
       WHERE due_at <= $1 ORDER BY due_at LIMIT $2 FOR UPDATE SKIP LOCKED`,
      [now, limit],
    );
    return rows;
  }

  /** Not to be acted on before a moment, unless the log says what comes next. */
  async putOff(client: PoolClient, runIds: readonly string[], until: string): Promise<void> {
    if (runIds.length === 0) return;
    await client.query('UPDATE journey_run_due SET due_at = $2 WHERE run_id = ANY($1)', [runIds, until]);
  }
}

function changeOf(event: JourneyEvent): readonly (readonly [string, Change])[] {
  const next = dueAfter(event);
  if (next === undefined || !('runId' in event.data)) return [];
  const { runId, customerId } = event.data;
  return [[runId, { runId, customerId, next }]];
}

/** Ids of the journeys that were ever published. */
export class KnownJourneys {
  constructor(private readonly dataSource: DataSource) {}

  async read(): Promise<readonly string[]> {
    return withConnection(this.dataSource, async (client) => {
      const { rows } = await client.query<{ id: string }>('SELECT journey_id AS id FROM journey_known');
      return rows.map(({ id }) => id);
    });
  }

  async add(client: PoolClient, journeyIds: readonly string[]): Promise<void> {
    if (journeyIds.length === 0) return;
    await client.query('INSERT INTO journey_known SELECT unnest($1::text[]) ON CONFLICT DO NOTHING', [journeyIds]);
  }
}
