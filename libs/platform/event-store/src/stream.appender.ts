import { setTimeout as delay } from 'node:timers/promises';
import {
  CancelledError,
  DeadlineExceededError,
  MaxAppendSizeExceededError,
  StreamDeletedError,
  TimeoutError,
  UnavailableError,
  type AppendExpectedRevision,
  type EventData,
  type EventStoreDBClient,
} from '@eventstore/db-client';
import { NoAnswerError, type DeadlineWatch } from './deadline.watch';
import { AppendTooLargeError, EventStoreUnavailableError, StreamGoneError } from './errors';

export interface Appended {
  readonly revision: bigint;
  readonly position: bigint;
}

/**
 * Appends once in effect: an attempt whose end is unknown is repeated, which is safe because the ids and the revision are
 * the same. Throws WrongExpectedVersionError of the client on a conflict, else this library's typed errors.
 */
export async function appendOnce(
  client: EventStoreDBClient,
  stream: string,
  events: EventData[],
  expectedRevision: AppendExpectedRevision,
  attempts: number,
  watch: DeadlineWatch,
): Promise<Appended> {
  for (let attempt = 1; ; attempt++) {
    try {
      // The client's batch append waits for ever where no answer comes, so the deadline is kept here.
      const appending = client.appendToStream(stream, events, { expectedRevision, deadline: watch.limitMs });
      const { nextExpectedRevision, position } = await watch.within(appending);
      return { revision: nextExpectedRevision, position: position?.commit ?? 0n };
    } catch (error) {
      if (!isUncertain(error)) throw toTyped(error, stream);
      if (attempt >= attempts) throw unavailable(stream, error, watch);
      await delay(Math.min(50 * 2 ** attempt, 2_000));
    }
  }
}

/** Deadlines go out as times of day: where clocks differ by more, every append is too late, and trying again is no help. */
function unavailable(stream: string, error: unknown, { limitMs }: DeadlineWatch): EventStoreUnavailableError {
  const isLate = error instanceof DeadlineExceededError;
  const hint = `it says that ${limitMs / 1_000} s have passed: it is overloaded, or its clock is ahead of this machine's`;
  return new EventStoreUnavailableError(`appending to ${stream}`, error, isLate ? hint : undefined);
}

function toTyped(error: unknown, stream: string): unknown {
  if (error instanceof MaxAppendSizeExceededError) return new AppendTooLargeError(stream, error.maxAppendSize);
  return error instanceof StreamDeletedError ? new StreamGoneError(stream) : error;
}

/** gRPC's CANCELLED, DEADLINE_EXCEEDED and UNAVAILABLE: what fails before the client's own call comes unwrapped. */
const UNCERTAIN_STATUSES: ReadonlySet<unknown> = new Set([1, 4, 14]);

const isUncertain = (error: unknown): boolean =>
  (error instanceof Error && 'code' in error && UNCERTAIN_STATUSES.has(error.code)) ||
  error instanceof UnavailableError ||
  error instanceof CancelledError ||
  error instanceof TimeoutError ||
  error instanceof DeadlineExceededError ||
  error instanceof NoAnswerError;
