import { Logger, runMigrations } from 'graphile-worker';
import { Client } from 'pg';
import { TIMERS_SCHEMA } from './timer';

const LOCK = 'tenure-timers-migration';

/**
 * Brings the tables of the timers up to date; several services may do so at once. The index is ours: who holds jobs is
 * asked for every few seconds, and without it each time costs a look at every timer.
 */
export async function migrateTimers(url: string): Promise<void> {
  const client = new Client({ connectionString: url, application_name: 'tenure timers' });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [LOCK]);
    await runMigrations({ connectionString: url, schema: TIMERS_SCHEMA, maxPoolSize: 1, logger: SILENT });
    await client.query(
      `CREATE INDEX IF NOT EXISTS tenure_held_jobs ON ${TIMERS_SCHEMA}._private_jobs (locked_by, locked_at)
       WHERE locked_by IS NOT NULL`,
    );
  } finally {
    await client.end();
  }
}

const SILENT = new Logger(() => () => undefined);
