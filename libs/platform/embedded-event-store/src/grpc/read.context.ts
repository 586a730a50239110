import { setImmediate as nextTurn } from 'node:timers/promises';
import type { LoggedEvent } from '../log/logged-event';
import { compileFilter, type FilterSpecification } from '../store/event.filter';
import type { EventStore } from '../store/event-store';
import { resolveLink } from '../store/link.resolver';
import { failureOf } from './append.responses';
import type { GrpcCall } from './grpc.call';
import { GrpcCode, GrpcFailureError } from './grpc.status';
import type { ReadRequest } from './read.request';
import { ReadResponses } from './read.responses';
import { errorMessageOf } from '../log/system.error';

/** What is collected before it is written, where more follows at once. */
export const WRITE_BYTES = 64 * 1024;

/** What serving a read takes. `send` writes what has been collected, waits for a slow client and lets others run. */
export type ReadContext = {
  store: EventStore;
  call: GrpcCall;
  request: ReadRequest;
  responses: ReadResponses;
  addEvent(event: LoggedEvent): void;
  send(minimumBytes?: number): Promise<void>;
};

export function contextOf(store: EventStore, call: GrpcCall, request: ReadRequest): ReadContext {
  const responses = new ReadResponses(request.hasStructuredIds);
  return {
    store,
    call,
    request,
    responses,
    addEvent(event) {
      const resolved = request.resolveLinks ? resolveLink(store, event) : { event };
      responses.addEvent(resolved, event.position);
    },
    async send(minimumBytes = 1) {
      if (responses.bytes < minimumBytes) return;
      await call.write(responses.take());
      await nextTurn();
    },
  };
}

/** Throws for a pattern that is no regular expression. */
export function filterOf(filter: FilterSpecification | undefined): (event: LoggedEvent) => boolean {
  if (filter === undefined) return () => true;
  try {
    return compileFilter(filter);
  } catch (error) {
    throw invalid(`the filter is no regular expression: ${errorMessageOf(error)}`);
  }
}

export function assertNotTombstoned(store: EventStore, streamName: string): void {
  if (!store.isTombstoned(streamName)) return;
  const options = { streamName, expected: 'any', deadlineMs: 0 } as const;
  throw new GrpcFailureError(failureOf(options, { kind: 'stream-deleted' }));
}

export function invalid(message: string): GrpcFailureError {
  return new GrpcFailureError({ code: GrpcCode.invalidArgument, message });
}
