import type { PoolClient } from 'pg';
import type { Due, DueChange } from './due.work';

/** What dues are stored in. All of it inside of a transaction that is open. */
export const improvementDues = {
  async change(client: PoolClient, kind: string, changes: readonly DueChange[]): Promise<void> {
    for (const { key, ...change } of changes) {
      if (change.dueAt === undefined) {
        await client.query('DELETE FROM improvement_due WHERE kind = $1 AND key = $2', [kind, key]);
      } else {
        await client.query(
          `INSERT INTO improvement_due (kind, key, due_at, look_at, about) VALUES ($1, $2, $3, $3, $4)
           ON CONFLICT (kind, key) DO UPDATE
             SET due_at = EXCLUDED.due_at, look_at = EXCLUDED.look_at, about = improvement_due.about || EXCLUDED.about`,
          [kind, key, change.dueAt, JSON.stringify(change.about ?? {})],
        );
      }
    }
  },

  /** Those that are due by a moment, the earliest first, but not those that somebody else has. */
  async lockDue(client: PoolClient, now: string, limit: number): Promise<readonly Due[]> {
    const { rows } = await client.query<DueRow>(
      `SELECT kind, key, due_at, about FROM improvement_due WHERE look_at <= $1 ORDER BY look_at, kind, key LIMIT $2
       FOR UPDATE SKIP LOCKED`,
      [now, limit],
    );
    return rows.map(({ kind, key, due_at, about }) => ({ kind, key, dueAt: due_at.toISOString(), about }));
  },

  /** Has those of a kind looked at by a moment that have these keys, without changing when they are due. */
  async hasten(client: PoolClient, kind: string, keys: readonly string[], lookAt: string): Promise<void> {
    await client.query('UPDATE improvement_due SET look_at = LEAST(look_at, $3) WHERE kind = $1 AND key = ANY($2)', [
      kind,
      keys,
      lookAt,
    ]);
  },

  async putOff(client: PoolClient, { kind, key }: Due, until: string): Promise<void> {
    await client.query('UPDATE improvement_due SET look_at = $3 WHERE kind = $1 AND key = $2', [kind, key, until]);
  },
} as const;

interface DueRow {
  readonly kind: string;
  readonly key: string;
  readonly due_at: Date;
  readonly about: Readonly<Record<string, unknown>>;
}
