import type { DataSource, EntityManager } from 'typeorm';
import { sqlStateOf } from './postgres.errors';
import { quoteName } from './table.shape';

/** Whoever is a member of it may read the read models, and nothing else. It can't log in itself. */
export const READER_ROLE = 'tenure_reader';

/** Any number that nothing else locks on. */
const LOCK = 7_361_902_115;
const INSUFFICIENT_PRIVILEGE = '42501';

/**
 * Makes the role where it is missing, and lets it read these tables and views. Resolves to why it can't, where the
 * platform's own account may not; then nothing was changed. Several services may call it at once.
 */
export async function grantReading(
  dataSource: DataSource,
  tables: readonly string[],
  role: string = READER_ROLE,
): Promise<string | undefined> {
  try {
    await dataSource.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
      await ensureRole(manager, role);
      for (const table of await unreadable(manager, tables, role)) {
        await manager.query(`GRANT SELECT ON ${table} TO ${quoteName(role)}`);
      }
    });
    return undefined;
  } catch (error) {
    if (sqlStateOf(error) !== INSUFFICIENT_PRIVILEGE) throw error;
    return error instanceof Error ? error.message : String(error);
  }
}

/** A role belongs to all databases of a server: another one may be making it at the same moment. */
async function ensureRole(manager: EntityManager, role: string): Promise<void> {
  const known: unknown[] = await manager.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
  if (known.length > 0) return;
  await manager.query(`DO $$ BEGIN CREATE ROLE ${quoteName(role)} NOLOGIN;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`);
}

async function unreadable(manager: EntityManager, tables: readonly string[], role: string): Promise<string[]> {
  const rows: { name: string }[] = await manager.query(
    `SELECT name FROM unnest($1::text[]) AS name WHERE NOT has_table_privilege($2, name, 'SELECT')`,
    [tables, role],
  );
  return rows.map(({ name }) => name);
}
