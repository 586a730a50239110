import {
  CancelledError,
  DeadlineExceededError,
  NotLeaderError,
  TimeoutError,
  UnavailableError,
} from '@eventstore/db-client';
import { HttpException, HttpStatus } from '@nestjs/common';
import { InvalidCommandError, UnknownCommandError } from '@tenure/commands';
import {
  AppendTooLargeError,
  EventStoreUnavailableError,
  StreamContendedError,
  StreamGoneError,
  UnreadableEventError,
} from '@tenure/event-store';
import { isDatabaseUnavailable } from './database.availability';
import type { ProblemDetails } from './problem.details';
import { ProblemError } from './problem.error';
import { problem, type ProblemKind } from './problem.kinds';

/** What an error looks like from outside. Anything not known becomes an `internal-error` without its details. */
export function problemOf(error: unknown): ProblemDetails {
  if (error instanceof ProblemError) return error.details;
  return problemOfCommand(error) ?? problemOfEventStore(error) ?? problemOfRequest(error) ?? unexpected(error);
}

function problemOfCommand(error: unknown): ProblemDetails | undefined {
  if (error instanceof InvalidCommandError) {
    return problem('invalid-command', error.message, { errors: error.problems });
  }
  if (error instanceof UnknownCommandError) {
    return problem('unknown-type', error.message, { errors: [{ path: 'type', message: error.message }] });
  }
  return undefined;
}

function problemOfEventStore(error: unknown): ProblemDetails | undefined {
  if (error instanceof AppendTooLargeError) return problem('event-too-large', error.message);
  if (error instanceof StreamGoneError) return problem('stream-gone', error.message);
  if (error instanceof StreamContendedError) {
    return problem('stream-contended', error.message, { retryAfterSeconds: 1 });
  }
  if (error instanceof UnreadableEventError) return problem('unreadable-event', error.message);
  if (error instanceof EventStoreUnavailableError || isClientWithoutAnswer(error)) {
    return problem('event-store-unavailable', 'The event store did not answer; try again', { retryAfterSeconds: 2 });
  }
  return undefined;
}

/** Reads hand out the client's own errors. */
const isClientWithoutAnswer = (error: unknown): boolean =>
  error instanceof UnavailableError ||
  error instanceof DeadlineExceededError ||
  error instanceof TimeoutError ||
  error instanceof CancelledError ||
  error instanceof NotLeaderError ||
  isBareUnavailable(error);

/** What the client does not translate: gRPC's CANCELLED, DEADLINE_EXCEEDED, UNAVAILABLE while it connects. */
const isBareUnavailable = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  (error.code === 1 || error.code === 4 || error.code === 14);

function problemOfRequest(error: unknown): ProblemDetails | undefined {
  if (!(error instanceof HttpException)) return undefined;
  const status = error.getStatus();
  const kind = KIND_OF_STATUS.get(status) ?? (status < 500 ? 'client-error' : undefined);
  return kind && problem(kind, error.message, { status });
}

const KIND_OF_STATUS: ReadonlyMap<number, ProblemKind> = new Map<number, ProblemKind>([
  [HttpStatus.BAD_REQUEST, 'malformed-request'],
  [HttpStatus.NOT_FOUND, 'not-found'],
  [HttpStatus.REQUEST_TIMEOUT, 'request-timeout'],
  [HttpStatus.PAYLOAD_TOO_LARGE, 'body-too-large'],
  [HttpStatus.UNSUPPORTED_MEDIA_TYPE, 'unsupported-media-type'],
  [HttpStatus.TOO_MANY_REQUESTS, 'rate-limited'],
]);

function unexpected(error: unknown): ProblemDetails {
  if (isDatabaseUnavailable(error)) {
    return problem('read-models-unavailable', 'Reads will work again once it does', { retryAfterSeconds: 2 });
  }
  return problem('internal-error', 'The log of the service says what; nothing was answered that could be relied on');
}
