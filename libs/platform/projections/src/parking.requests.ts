import type { DataSource } from 'typeorm';
import { UnknownParkedError } from './projection.errors';

/** A sequence whose events a projection does not fold, because of the one at `position`. Times are ISO 8601 UTC. */
export interface ParkedSequence {
  readonly projection: string;
  /** The customer, or the stream of events that are about none. */
  readonly sequence: string;
  readonly position: bigint;
  readonly stream: string;
  readonly revision: bigint;
  readonly type: string;
  readonly error: string;
  /** How often the event at `position` was handled. */
  readonly attempts: number;
  /** Later events of the sequence, in the log already, that wait. */
  readonly waitingEvents: number;
  readonly parkedAt: string;
  readonly lastAttemptAt: string;
  /** When it is tried again by itself. */
  readonly nextAttemptAt?: string;
  /** What somebody has asked for and the engine has not done yet. */
  readonly request?: 'retry' | 'skip';
}

export interface ParkedDetails extends ParkedSequence {
  readonly eventId: string;
  readonly recordedAt: string;
  /** As they were stored, after upcasting where the event could be decoded: JSON in UTF-8, or other bytes. */
  readonly data: Buffer;
  readonly metadata: Buffer;
}

/** The longest parked first. Of every projection where none is named. */
export async function listParked(dataSource: DataSource, projection?: string): Promise<ParkedSequence[]> {
  const rows: ParkedRecord[] = await dataSource.query(
    `SELECT ${COLUMNS} FROM projection_parked AS parked WHERE $1::text IS NULL OR projection = $1
     ORDER BY parked_at, projection, sequence`,
    [projection ?? null],
  );
  return rows.filter(({ projection }) => !projection.includes('~')).map(toParked);
}

/** Rejects with `UnknownParkedError`. */
export async function readParked(dataSource: DataSource, projection: string, sequence: string): Promise<ParkedDetails> {
  const rows: (ParkedRecord & DetailsRecord)[] = await dataSource.query(
    `SELECT ${COLUMNS}, event_id, recorded_at, data, metadata FROM projection_parked AS parked
     WHERE projection = $1 AND sequence = $2`,
    [projection, sequence],
  );
  const [row] = rows;
  if (!row) throw new UnknownParkedError(projection, sequence);
  const { event_id: eventId, recorded_at: recordedAt, data, metadata } = row;
  return { ...toParked(row), eventId, recordedAt: recordedAt.toISOString(), data, metadata };
}

/**
 * Asks the engine that runs, or the next one, to fold the event again and then all that waits; of every sequence of the
 * projection where none is named. Resolves to how many there are; rejects with `UnknownParkedError` for a named one.
 */
export async function requestRetry(
  dataSource: DataSource,
  projection: string,
  sequence: string | undefined,
  by: string,
): Promise<number> {
  const asked = await ask(dataSource, 'retry', [projection, sequence ?? null, by, null]);
  if (asked === 0 && sequence !== undefined) throw new UnknownParkedError(projection, sequence);
  return asked;
}

/**
 * Asks the engine to leave the event out and to fold all that waits. Who, when and why stays on record. Rejects with
 * `UnknownParkedError`.
 */
export async function requestSkip(
  dataSource: DataSource,
  projection: string,
  sequence: string,
  { by, reason }: { readonly by: string; readonly reason: string },
): Promise<void> {
  if ((await ask(dataSource, 'skip', [projection, sequence, by, reason])) === 0) {
    throw new UnknownParkedError(projection, sequence);
  }
}

async function ask(dataSource: DataSource, request: 'retry' | 'skip', values: readonly unknown[]): Promise<number> {
  const [, asked]: [unknown, number] = await dataSource.query(
    `UPDATE projection_parked SET request = '${request}', requested_at = now(), requested_by = $3, reason = $4,
       unfinished_attempts = 0
     WHERE projection = $1 AND ($2::text IS NULL OR sequence = $2)`,
    [...values],
  );
  return asked;
}

const COLUMNS = `projection, sequence, position, stream, revision, type, error, attempts, parked_at, last_attempt_at,
  next_attempt_at, request, (SELECT count(*)::int FROM projection_parked_event AS waiting
  WHERE waiting.projection = parked.projection AND waiting.sequence = parked.sequence) AS waiting_events`;

interface ParkedRecord {
  readonly projection: string;
  readonly sequence: string;
  readonly position: string;
  readonly stream: string;
  readonly revision: string;
  readonly type: string;
  readonly error: string;
  readonly attempts: number;
  readonly waiting_events: number;
  readonly parked_at: Date;
  readonly last_attempt_at: Date;
  readonly next_attempt_at: Date | null;
  readonly request: 'retry' | 'skip' | null;
}

interface DetailsRecord {
  readonly event_id: string;
  readonly recorded_at: Date;
  readonly data: Buffer;
  readonly metadata: Buffer;
}

const toParked = (record: ParkedRecord): ParkedSequence => ({
  projection: record.projection,
  sequence: record.sequence,
  position: BigInt(record.position),
  stream: record.stream,
  revision: BigInt(record.revision),
  type: record.type,
  error: record.error,
  attempts: record.attempts,
  waitingEvents: record.waiting_events,
  parkedAt: record.parked_at.toISOString(),
  lastAttemptAt: record.last_attempt_at.toISOString(),
  ...(record.next_attempt_at && { nextAttemptAt: record.next_attempt_at.toISOString() }),
  ...(record.request && { request: record.request }),
});
