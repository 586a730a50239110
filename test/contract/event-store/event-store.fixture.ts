import { randomUUID } from 'node:crypto';
import {
  jsonEvent,
  type AllStreamResolvedEvent,
  type JSONEventData,
  type JSONEventType,
  type Position,
  type ResolvedEvent,
} from '@eventstore/db-client';
import { useTestEventStore, type UsedEventStore } from '@tenure/embedded-event-store/testing';

export type TestEvent = JSONEventType<string, { number: number }>;

const ADDRESS = process.env['EVENTSTORE_URL'];

/** Connects to the store under test: the one that EVENTSTORE_URL names, or else an embedded node of its own. */
export const useEventStore = (): UsedEventStore => useTestEventStore(ADDRESS);

/** For what only the embedded node does, or what needs one to stop: where EVENTSTORE_URL names a server, it is skipped. */
export const itEmbedded = ADDRESS === undefined ? it : it.skip;

/** A name that no other test shares, so that the store may hold anything else. */
export function newStreamName(category = 'contract'): string {
  return `${category}-${randomUUID()}`;
}

export function newEvents(count: number, type = 'Tested'): JSONEventData<TestEvent>[] {
  return Array.from({ length: count }, (_, number) => jsonEvent<TestEvent>({ type, data: { number } }));
}

export async function collect<T>(events: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  for await (const event of events) collected.push(event);
  return collected;
}

export function revisionsOf(events: readonly ResolvedEvent[]): bigint[] {
  return events.flatMap(({ event }) => (event === undefined ? [] : [event.revision]));
}

export function idsOf(events: readonly { event?: { id: string } }[]): string[] {
  return events.flatMap(({ event }) => (event === undefined ? [] : [event.id]));
}

export function positionOf({ event }: AllStreamResolvedEvent): Position {
  if (event === undefined) throw new Error('the event is missing');
  return event.position;
}

/** The error that a promise ends in; fails where it ends well. */
export async function errorOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => {
      throw new Error('expected an error');
    },
    (error: unknown) => error,
  );
}
