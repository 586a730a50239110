/** The server can't be reached, or the connection broke. Trying again later may work. */
export class PostgresUnavailableError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PostgresUnavailableError';
  }
}

/** A migration failed; those before it are applied, it itself and those after it are not. */
export class MigrationFailedError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'MigrationFailedError';
  }
}

/** An entity that the bulk functions can't write. */
export class UnsupportedEntityError extends Error {
  constructor(entity: string, reason: string) {
    super(`Entity ${entity} can't be written in bulk: ${reason}`);
    this.name = 'UnsupportedEntityError';
  }
}

/** PostgreSQL's five-character error code (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
export function sqlStateOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('code' in error && typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code)) return error.code;
  return 'driverError' in error ? sqlStateOf(error.driverError) : undefined;
}

/** True where the server answered that the data or the statement is wrong: trying again changes nothing. */
export function isRefusal(error: unknown): boolean {
  const state = sqlStateOf(error);
  return state !== undefined && ['22', '23', '42'].includes(state.slice(0, 2));
}
