import { withConnection } from '@tenure/postgres';
import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import type { StoreStep } from './process';

/** Where an automation stands. */
export interface AutomationState {
  readonly position: bigint | undefined;
  /** Loads of history that have started and not finished. */
  readonly openLoads: readonly string[];
}

/** Another instance has moved on; this one has to start again from what is stored. */
export class AutomationFencedError extends Error {
  override readonly name = 'AutomationFencedError';
  constructor(automation: string) {
    super(`Another instance of the automation ${automation} has taken over`);
  }
}

interface StoredState {
  readonly position: string | null;
  readonly loads: readonly string[];
}

export class AutomationStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly name: string,
  ) {}

  async resume(): Promise<AutomationState> {
    return withConnection(this.dataSource, async (client) => {
      await client.query('INSERT INTO automation_position (name) VALUES ($1) ON CONFLICT DO NOTHING', [this.name]);
      const { rows } = await client.query<StoredState>(
        'SELECT position::text, open_loads AS loads FROM automation_position WHERE name = $1',
        [this.name],
      );
      const [{ position, loads } = { position: null, loads: [] }] = rows;
      return { position: position === null ? undefined : BigInt(position), openLoads: loads };
    });
  }

  /**
   * In one transaction; throws AutomationFencedError where the stored position is not the one that `before` left. The commit
   * does not wait for the disk: the position is lost together with all that was stored with it or after it, if at all, and
   * the log, which is durable, is acted on again from there.
   */
  async commit(before: AutomationState, after: AutomationState, store: StoreStep | undefined): Promise<void> {
    await withConnection(this.dataSource, async (client) => {
      if (!store) return this.#advance(client, before, after);
      await client.query('BEGIN');
      await this.#advance(client, before, after);
      await store(client);
      await client.query('COMMIT');
    });
  }

  async #advance(client: PoolClient, before: AutomationState, after: AutomationState): Promise<void> {
    const { rowCount } = await client.query(
      `UPDATE automation_position SET position = $2, open_loads = $3, updated_at = now()
       WHERE name = $1 AND position IS NOT DISTINCT FROM $4::bigint
         AND set_config('synchronous_commit', 'off', true) = 'off'`,
      [this.name, String(after.position), JSON.stringify(after.openLoads), before.position?.toString() ?? null],
    );
    if (rowCount !== 1) throw new AutomationFencedError(this.name);
  }
}
