import type { EventData } from '@eventstore/db-client';
import {
  fingerprintOf,
  type CommandContext,
  type Decision,
  type DomainEvent,
  type EventMetadata,
  type Outcome,
} from '@tenure/kernel';
import type { Aggregate, TimedCommand } from './aggregate';
import { eventId } from './event.identity';
import { JsonEvent } from './json-event.codec';
import type { LoadedStream } from './stream.loader';

/** A command that waits for its outcome, and what decides on it. */
export interface Waiting<Command, State = unknown, Event = unknown, R extends string = string> {
  readonly command: Command;
  /** Of the decider that it came with: those that wait for one stream may be decided under different policies. */
  decide(command: Command, state: State): Decision<Event, R>;
  readonly context: CommandContext;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

/** Where the append of a plan ended up; `known` when the event store had its events already. */
export interface Durable {
  readonly position: bigint;
  readonly known: boolean;
}

/** How one command is answered once the plan is durable. */
export interface Answer {
  readonly commandId: string;
  /** Set where the command leads to events. */
  readonly firstEventId?: string;
  readonly settle: (durable: Durable) => void;
}

/** What one append will do. */
export interface Plan<State> {
  /** After all of them. Folded only when asked for: most streams are not kept. */
  readonly state: () => State;
  /** In the form that the client takes. */
  readonly events: EventData[];
  readonly answers: readonly Answer[];
  /** True when an answer rests on the state without an append that would prove it current. */
  readonly needsFreshState: boolean;
}

/** The one refusal that the platform itself makes. */
export const COMMAND_ID_REUSED = 'command-id-reused';

/** Decides waiting commands one after the other, each on the state that its predecessors lead to. */
export function planDecisions<State, Command extends TimedCommand, Event extends DomainEvent, R extends string>(
  aggregate: Aggregate<State, Command, Event, R>,
  stream: string,
  loaded: LoadedStream<State>,
  waiting: readonly Waiting<Command, State, Event, R>[],
): Plan<State> {
  const planning = new Planning(aggregate, stream, loaded);
  for (const entry of waiting) planning.add(entry);
  return planning;
}

class Planning<
  State,
  Command extends TimedCommand,
  Event extends DomainEvent,
  R extends string,
> implements Plan<State> {
  readonly events: EventData[] = [];
  readonly answers: Answer[] = [];
  needsFreshState = false;
  #folded: State;
  #unfolded: readonly Event[] = [];

  constructor(
    private readonly aggregate: Aggregate<State, Command, Event, R>,
    private readonly stream: string,
    private readonly loaded: LoadedStream<State>,
  ) {
    this.#folded = loaded.state;
  }

  state(): State {
    for (const event of this.#unfolded) this.#folded = this.aggregate.decider.evolve(this.#folded, event);
    this.#unfolded = [];
    return this.#folded;
  }

  add(entry: Waiting<Command, State, Event, R>): void {
    const { commandId } = entry.context;
    const fingerprint = fingerprintOf(entry.command);
    const firstEventId = eventId(commandId, fingerprint, 0);
    const earlier = this.loaded.commands.get(commandId)?.firstEventId ?? this.#plannedEventOf(commandId);
    if (earlier !== undefined) {
      this.answers.push(answerRepeated(this.stream, this.loaded, entry, earlier === firstEventId));
      return;
    }
    const decided = decideSafely(entry, this.state());
    if ('thrown' in decided || !decided.accepted || decided.events.length === 0) {
      this.needsFreshState = true;
      this.answers.push(answerWithoutEvents(this.stream, entry, decided));
      return;
    }
    this.#unfolded = decided.events;
    decided.events.forEach((event, index) => {
      const id = index === 0 ? firstEventId : eventId(commandId, fingerprint, index);
      this.events.push(toEventData(this.aggregate, id, event, entry));
    });
    this.answers.push({ commandId, firstEventId, settle: settleAppended(this.stream, entry, decided.events.length) });
  }

  /** Plans are short, and mostly of one command: looking through them costs less than a map would. */
  #plannedEventOf(commandId: string): string | undefined {
    return this.answers.find((answer) => answer.commandId === commandId && answer.firstEventId)?.firstEventId;
  }
}

type Decided<Event extends DomainEvent, R extends string> = Decision<Event, R> | { readonly thrown: unknown };

/** A decider that throws is a defect; it must not take down the commands that are decided beside it. */
function decideSafely<State, Command, Event extends DomainEvent, R extends string>(
  waiting: Waiting<Command, State, Event, R>,
  state: State,
): Decided<Event, R> {
  try {
    return waiting.decide(waiting.command, state);
  } catch (thrown) {
    return { thrown };
  }
}

function answerRepeated<State, Command>(
  stream: string,
  loaded: LoadedStream<State>,
  { context: { commandId }, resolve }: Waiting<Command>,
  sameContent: boolean,
): Answer {
  if (!sameContent) {
    const detail = `command id ${commandId} was used before with other content`;
    return { commandId, settle: () => resolve({ status: 'rejected', stream, code: COMMAND_ID_REUSED, detail }) };
  }
  const earlier = loaded.commands.get(commandId)?.position;
  return { commandId, settle: ({ position }) => resolve({ status: 'known', stream, position: earlier ?? position }) };
}

function answerWithoutEvents<Command, Event extends DomainEvent, R extends string>(
  stream: string,
  { context: { commandId }, resolve, reject }: Waiting<Command>,
  decided: Decided<Event, R>,
): Answer {
  if ('thrown' in decided) return { commandId, settle: () => reject(decided.thrown) };
  if (decided.accepted) {
    return { commandId, settle: ({ position }) => resolve({ status: 'accepted', stream, position, events: 0 }) };
  }
  const { code, detail } = decided;
  return {
    commandId,
    settle: () => resolve({ status: 'rejected', stream, code, ...(detail !== undefined && { detail }) }),
  };
}

function settleAppended<Command>(stream: string, { resolve }: Waiting<Command>, events: number): Answer['settle'] {
  return ({ position, known }) =>
    resolve(known ? { status: 'known', stream, position } : { status: 'accepted', stream, position, events });
}

function toEventData<State, Command extends TimedCommand, Event extends DomainEvent, R extends string>(
  { codec, customerIdOf }: Aggregate<State, Command, Event, R>,
  id: string,
  event: Event,
  { command: { occurredAt }, context }: Waiting<Command>,
): EventData {
  const type: Event['type'] = event.type;
  // Without a customer the member is undefined, and so none in JSON.
  const metadata: EventMetadata = {
    ...context,
    occurredAt,
    schemaVersion: codec.version(type),
    customerId: customerIdOf(event),
  };
  return new JsonEvent(id, type, event.data, metadata);
}
