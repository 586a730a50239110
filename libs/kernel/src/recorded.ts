import type { DomainEvent } from './decider';

/** Who asked for something, and what led to it. */
export interface CommandContext {
  /** Unique per intention: the same id with the same content is the same command, however often it arrives. */
  readonly commandId: string;
  /** Shared by everything that one outside request led to. */
  readonly correlationId: string;
  /** Id of the event or command that directly led to this one. */
  readonly causationId?: string;
  /** The person or service that answers for it. */
  readonly actor: string;
  /** The system or file that it came from. */
  readonly source: string;
}

/** What is stored beside the data of every event. `occurredAt` is business time, ISO 8601 with offset. */
export interface EventMetadata extends CommandContext {
  /** The customer that the event is about: the key by which order is kept. */
  readonly customerId?: string;
  readonly occurredAt: string;
  readonly schemaVersion: number;
}

/** An event with its place in the log. `position` orders all events; `revision` orders those of one stream, from 0. */
export type Recorded<Event extends DomainEvent = DomainEvent> = Event & {
  readonly id: string;
  readonly stream: string;
  readonly revision: bigint;
  readonly position: bigint;
  /** When the event store wrote it, ISO 8601 UTC. */
  readonly recordedAt: string;
  readonly metadata: EventMetadata;
};
