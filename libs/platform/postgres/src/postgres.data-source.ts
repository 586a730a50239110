import { Client } from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { PostgresUnavailableError } from './postgres.errors';

export interface PostgresOptions {
  /** postgres://user:password@host:port/database */
  readonly url: string;
  readonly entities: NonNullable<DataSourceOptions['entities']>;
  readonly migrations?: NonNullable<DataSourceOptions['migrations']>;
  /** Connections at the most; 10 unless given. */
  readonly poolSize?: number;
  readonly statementTimeoutMs?: number;
  readonly connectTimeoutMs?: number;
  /** Shown in pg_stat_activity. */
  readonly applicationName?: string;
  /** An idle connection broke. The pool replaces it; nothing needs to be done. */
  readonly onConnectionLost?: (error: Error) => void;
}

/**
 * A connected TypeORM data source. Rejects with `PostgresUnavailableError`. It changes nothing in the database; see
 * `runMigrations`.
 */
export async function createDataSource(options: PostgresOptions): Promise<DataSource> {
  const { statementTimeoutMs = 30_000, connectTimeoutMs = 10_000 } = options;
  const dataSource = new DataSource({
    type: 'postgres',
    url: options.url,
    entities: options.entities,
    migrations: options.migrations ?? [],
    poolSize: options.poolSize ?? 10,
    connectTimeoutMS: connectTimeoutMs,
    applicationName: options.applicationName ?? 'tenure',
    // Without a handler a broken idle connection ends the process.
    poolErrorHandler: (error: Error) => options.onConnectionLost?.(error),
    installExtensions: false,
    logging: false,
    extra: { statement_timeout: statementTimeoutMs, keepAlive: true, Client: AttendedClient },
  });
  try {
    return await dataSource.initialize();
  } catch (cause) {
    throw new PostgresUnavailableError(
      `PostgreSQL at ${withoutPassword(options.url)} can't be used: ${String(cause)}`,
      {
        cause,
      },
    );
  }
}

/**
 * The pool stops listening to a client when it hands it out, and TypeORM begins a moment later: an error in between
 * would end the process. Whoever uses the client learns of it by the query that fails.
 */
class AttendedClient extends Client {
  constructor(...given: ConstructorParameters<typeof Client>) {
    super(...given);
    this.on('error', () => undefined);
  }
}

function withoutPassword(url: string): string {
  try {
    const parsed = new URL(url);
    parsed.password = '';
    return parsed.href;
  } catch {
    return 'an address that is no URL';
  }
}

/** The address that a data source was made with. */
export function urlOf({ options }: DataSource): string {
  if (options.type !== 'postgres' || options.url === undefined) throw new Error('the data source is not of PostgreSQL');
  return options.url;
}
