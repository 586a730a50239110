import { type DataSource, MigrationExecutor } from 'typeorm';
import { MigrationFailedError } from './postgres.errors';

/** Any number that nothing else locks on. */
const LOCK = 7_361_902_114;

/**
 * Applies the data source's pending migrations, each in a transaction of its own, and resolves to their names. Several
 * services may start at once: one migrates, the others wait for it. Rejects with `MigrationFailedError`.
 */
export async function runMigrations(dataSource: DataSource): Promise<string[]> {
  const queryRunner = dataSource.createQueryRunner();
  try {
    // Migrations, and waiting for somebody else's, may take longer than any other statement is allowed to.
    await queryRunner.query('SET statement_timeout = 0');
    await queryRunner.query('SELECT pg_advisory_lock($1)', [LOCK]);
    const executor = new MigrationExecutor(dataSource, queryRunner);
    executor.transaction = 'each';
    const applied = await executor.executePendingMigrations();
    return applied.map(({ name }) => name);
  } catch (cause) {
    throw new MigrationFailedError(`The database could not be migrated: ${String(cause)}`, { cause });
  } finally {
    await queryRunner.query('SELECT pg_advisory_unlock_all()').catch(() => undefined);
    await queryRunner.query('RESET statement_timeout').catch(() => undefined);
    await queryRunner.release();
  }
}
