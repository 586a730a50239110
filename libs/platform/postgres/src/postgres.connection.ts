import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { PostgresUnavailableError } from './postgres.errors';

/** One connection of a data source's pool, for statements that TypeORM has no words for. */
export interface PostgresConnection {
  readonly client: PoolClient;
  /** Gives it back to the pool; with an error, closes it instead. */
  readonly release: (error?: unknown) => void;
}

/** Rejects with `PostgresUnavailableError`. */
export async function openConnection(dataSource: DataSource): Promise<PostgresConnection> {
  const queryRunner = dataSource.createQueryRunner();
  try {
    const client: unknown = await queryRunner.connect();
    if (!isClient(client)) throw new Error('the data source is not of PostgreSQL');
    let released = false;
    return {
      client,
      release: (error) => {
        if (released) return;
        released = true;
        if (error !== undefined) closeSocket(client);
        void queryRunner.release().catch(() => undefined);
      },
    };
  } catch (cause) {
    throw new PostgresUnavailableError(`No connection to PostgreSQL: ${String(cause)}`, { cause });
  }
}

/** Runs `work` on a connection that is closed instead of reused when it fails. */
export async function withConnection<T>(dataSource: DataSource, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const connection = await openConnection(dataSource);
  try {
    const result = await work(connection.client);
    connection.release();
    return result;
  } catch (error) {
    connection.release(error);
    throw error;
  }
}

const isClient = (value: unknown): value is PoolClient =>
  typeof value === 'object' && value !== null && 'query' in value && 'release' in value;

/** Ends the session at once: the server rolls back what is open, and TypeORM drops the client from the pool. */
function closeSocket(client: PoolClient): void {
  client.on('error', () => undefined);
  client.emit('error', new Error('the connection was given up'));
  void client.end().catch(() => undefined);
}
