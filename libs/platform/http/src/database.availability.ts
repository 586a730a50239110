import { PostgresUnavailableError } from '@tenure/postgres';

/** Whether an error of the PostgreSQL driver means that the server can't be reached, not that the query is wrong. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof PostgresUnavailableError) return true;
  if (error instanceof AggregateError && error.errors.some(isDatabaseUnavailable)) return true;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return UNREACHABLE.test(code) || NO_CONNECTION.test(error.message) || isDatabaseUnavailable(innerOf(error));
}

/** Socket errors, and PostgreSQL's classes 08 (connection exception), 53 (insufficient resources), 57 (intervention). */
const UNREACHABLE = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|(?:08|53|57)\w{3})$/;

/** The driver gives no code to what its own pool and socket report. */
const NO_CONNECTION =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection)/;

/** TypeORM wraps the driver's error. */
const innerOf = (error: Error): unknown => ('driverError' in error ? error.driverError : undefined);
