import type { Decider, DomainCommand, DomainEvent, EventCodec } from '@tenure/kernel';

/** A command with its business time, ISO 8601 with offset. */
export type TimedCommand = DomainCommand & { readonly occurredAt: string };

/** A decider with its place in the event store: one stream `category-id` per instance. */
export interface Aggregate<
  State,
  Command extends TimedCommand,
  Event extends DomainEvent,
  Rejection extends string = string,
> {
  /** Contains no dash: the category of a stream ends at the first one. */
  readonly category: string;
  readonly decider: Decider<State, Command, Event, Rejection>;
  readonly codec: EventCodec<Event>;
  readonly idOf: (command: Command) => string;
  /** The customer that an event is about: the key by which order is kept downstream. */
  readonly customerIdOf: (event: Event) => string | undefined;
  /** Commands that usually start their stream: tried on an empty one first, which spares a read. */
  readonly starts: readonly Command['type'][];
  /** What the stream of a command holds unless something went wrong: tried first, which spares a read; undefined: nothing. */
  readonly expected?: (command: Command) => ExpectedStream<State> | undefined;
}

export interface ExpectedStream<State> {
  readonly state: State;
  /** Of its last event. */
  readonly revision: bigint;
}

export const streamOf = <State, Command extends TimedCommand, Event extends DomainEvent, Rejection extends string>(
  aggregate: Aggregate<State, Command, Event, Rejection>,
  command: Command,
): string => `${aggregate.category}-${aggregate.idOf(command)}`;
