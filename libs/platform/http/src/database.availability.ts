import { PostgresUnavailableError } from '@tenure/postgres';

/**
 * Whether an error of the PostgreSQL driver means that the server can't be reached, not that the query is wrong. Asks
 * for members, not for classes: errors of sockets and of TypeORM come in many.
 */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  return error instanceof PostgresUnavailableError || tells(error);
}

function tells({ code, message, driverError, errors }: Clues): boolean {
  if (matches(UNREACHABLE, code) || matches(NO_CONNECTION, message)) return true;
  return isDatabaseUnavailable(driverError) || (Array.isArray(errors) && errors.some(isDatabaseUnavailable));
}

const matches = (pattern: RegExp, text: unknown): boolean => typeof text === 'string' && pattern.test(text);

interface Clues {
  readonly code?: unknown;
  readonly message?: unknown;
  /** TypeORM wraps the driver's error. */
  readonly driverError?: unknown;
  /** Several addresses were tried. */
  readonly errors?: unknown;
}

/** Socket errors, and PostgreSQL's classes 08 (connection exception), 53 (insufficient resources), 57 (intervention), 3D (no such database). */
const UNREACHABLE = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|(?:08|53|57)\w{3}|3D000)$/;

/** The driver gives no code to what its own pool and socket report. */
const NO_CONNECTION =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection)/;
