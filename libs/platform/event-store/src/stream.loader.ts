import { START, type EventStoreDBClient } from '@eventstore/db-client';
import type { DomainEvent } from '@tenure/kernel';
import type { Aggregate, ExpectedStream, TimedCommand } from './aggregate';
import { UnreadableEventError } from './errors';
import { toStored } from './recorded.codec';
import { readStream } from './stream.reader';

/** Where a command was carried out, to tell a repetition from a new one. */
export interface Remembered {
  readonly firstEventId: string;
  readonly position: bigint;
}

/** What is known of a stream at a revision. */
export interface LoadedStream<State> {
  readonly state: State;
  readonly revision: bigint | 'no_stream';
  readonly position: bigint;
  /** Grows with the stream; shared between the loads of one stream, of which only the newest is in use. */
  readonly commands: Map<string, Remembered>;
  /** Not read: it says nothing of what is in the stream unless an append at its revision succeeds. */
  readonly isExpected?: boolean;
}

export const emptyStream = <State>(initial: State): LoadedStream<State> => ({
  state: initial,
  revision: 'no_stream',
  position: 0n,
  commands: NO_COMMANDS,
});

export const expectedStream = <State>({ state, revision }: ExpectedStream<State>): LoadedStream<State> => ({
  state,
  revision,
  position: 0n,
  commands: NO_COMMANDS,
  isExpected: true,
});

/** One for all: most streams are begun and never asked again. */
const NO_COMMANDS = new Map<string, Remembered>();

/**
 * Folds what a stream holds beyond `base`. Throws UnreadableEventError on an event that the codec can't read: no decision
 * is made on half a history.
 */
export async function loadStream<State, Command extends TimedCommand, Event extends DomainEvent, R extends string>(
  client: EventStoreDBClient,
  aggregate: Aggregate<State, Command, Event, R>,
  stream: string,
  base: LoadedStream<State>,
): Promise<LoadedStream<State>> {
  let { state, revision, position } = base.isExpected ? emptyStream(aggregate.decider.initial) : base;
  const commands = growing(base.commands);
  for (const resolved of await readStream(client, stream, revision === 'no_stream' ? START : revision + 1n)) {
    const stored = toStored(resolved);
    if (!stored) throw new UnreadableEventError(stream, resolved.event?.revision ?? -1n, 'it is not JSON');
    const decoded = aggregate.codec.decode(stored.type, stored.metadata.schemaVersion, stored.data);
    if (!decoded.known) throw new UnreadableEventError(stream, stored.revision, decoded.reason);
    state = aggregate.decider.evolve(state, decoded.event);
    ({ revision, position } = stored);
    remember(commands, stored.metadata.commandId, stored.id, position);
  }
  return { state, revision, position, commands };
}

/** The map itself where it is a stream's own. */
export const growing = (commands: Map<string, Remembered>): Map<string, Remembered> =>
  commands === NO_COMMANDS ? new Map<string, Remembered>() : commands;

export function remember(
  commands: Map<string, Remembered>,
  commandId: string,
  eventId: string,
  position: bigint,
): void {
  const firstEventId = commands.get(commandId)?.firstEventId ?? eventId;
  commands.set(commandId, { firstEventId, position });
}
