import { WrongExpectedVersionError, type EventStoreDBClient } from '@eventstore/db-client';
import { LRUCache } from 'lru-cache';
import type { CommandContext, DomainEvent, Outcome } from '@tenure/kernel';
import { streamOf, type Aggregate, type TimedCommand } from './aggregate';
import { DeadlineWatch } from './deadline.watch';
import { planDecisions, type Durable, type Plan, type Waiting } from './decision.plan';
import { StreamContendedError } from './errors';
import { headPosition } from './event-store.client';
import { appendOnce, type Appended } from './stream.appender';
import { emptyStream, expectedStream, growing, loadStream, remember, type LoadedStream } from './stream.loader';

export interface ExecutorOptions {
  /** How long one attempt to append may take. */
  readonly deadlineMs: number;
  /** How often an attempt to append whose end is unknown is made. */
  readonly attempts: number;
  /** How many streams' states are kept in memory. */
  readonly cachedStreams: number;
  /** How often a conflicting command is decided anew from fresh state. */
  readonly conflictAttempts: number;
  /** How many commands waiting for one stream share an append. */
  readonly commandsPerAppend: number;
}

const DEFAULTS: ExecutorOptions = {
  cachedStreams: 20_000,
  conflictAttempts: 10,
  commandsPerAppend: 200,
  deadlineMs: 10_000,
  attempts: 6,
};

/**
 * Carries commands out: loads a stream's state (kept by revision, so that a hot stream is not read again), decides, and
 * appends at exactly that revision. Commands for one stream are decided in the order of their arrival; those that wait
 * together share one append. A conflict with another writer drops the state and decides anew. Answers when durable.
 */
export class CommandExecutor {
  readonly #options: ExecutorOptions;
  readonly #loaded: LRUCache<string, LoadedStream<unknown>>;
  readonly #queues = new Map<string, Waiting<unknown>[]>();
  readonly #watch: DeadlineWatch;
  #newestPosition: bigint | undefined;

  constructor(
    private readonly client: EventStoreDBClient,
    options: Partial<ExecutorOptions> = {},
  ) {
    this.#options = { ...DEFAULTS, ...options };
    this.#watch = new DeadlineWatch(this.#options.deadlineMs);
    this.#loaded = new LRUCache({ max: this.#options.cachedStreams });
  }

  execute<State, Command extends TimedCommand, Event extends DomainEvent, R extends string>(
    aggregate: Aggregate<State, Command, Event, R>,
    command: Command,
    context: CommandContext,
  ): Promise<Outcome> {
    const stream = streamOf(aggregate, command);
    return new Promise((resolve, reject) => {
      const { decide } = aggregate.decider;
      const waiting = { command, context, decide, resolve, reject };
      const queue = this.#queues.get(stream);
      if (queue) {
        queue.push(waiting);
        return;
      }
      const opened: Waiting<Command, State, Event, R>[] = [waiting];
      // A queue only ever holds commands of the aggregate that its stream's category belongs to, each with its decider.
      this.#queues.set(stream, opened);
      void this.#drain(aggregate, stream, opened);
    });
  }

  async #drain<State, Command extends TimedCommand, Event extends DomainEvent, R extends string>(
    aggregate: Aggregate<State, Command, Event, R>,
    stream: string,
    queue: Waiting<Command, State, Event, R>[],
  ): Promise<void> {
    // Commands that are sent together are decided together.
    await Promise.resolve();
    while (queue.length > 0) {
      const waiting = queue.splice(0, this.#options.commandsPerAppend);
      try {
        await this.#settle(aggregate, stream, waiting);
      } catch (error) {
        this.#loaded.delete(stream);
        for (const { reject } of waiting) reject(error);
      }
    }
    this.#queues.delete(stream);
  }

  async #settle<State, Command extends TimedCommand, Event extends DomainEvent, R extends string>(
    aggregate: Aggregate<State, Command, Event, R>,
    stream: string,
    waiting: readonly Waiting<Command, State, Event, R>[],
  ): Promise<void> {
    const known = this.#known(aggregate, stream, waiting);
    let loaded = known ?? emptyStream(aggregate.decider.initial);
    let isFresh = known === undefined && !startsStream(aggregate, waiting);
    if (isFresh) loaded = await loadStream(this.client, aggregate, stream, loaded);
    for (let attempt = 1; attempt <= this.#options.conflictAttempts; attempt++) {
      const plan = planDecisions(aggregate, stream, loaded, waiting);
      const durable = isFresh || !plan.needsFreshState ? await this.#makeDurable(stream, plan, loaded) : undefined;
      if (durable) return answerAll(plan, durable);
      loaded = await loadStream(this.client, aggregate, stream, loaded);
      isFresh = true;
    }
    throw new StreamContendedError(stream, this.#options.conflictAttempts);
  }

  #makeDurable<State>(stream: string, plan: Plan<State>, loaded: LoadedStream<State>): Promise<Durable | undefined> {
    if (plan.events.length > 0) return this.#append(stream, plan, loaded);
    this.#loaded.set(stream, loaded);
    return Promise.resolve({ position: loaded.position, known: false });
  }

  /** Undefined on a conflict with another writer. */
  async #append<State>(stream: string, plan: Plan<State>, loaded: LoadedStream<State>): Promise<Durable | undefined> {
    const newestBefore = this.#newestPosition ?? (await this.#readNewest());
    try {
      const { revision, position } = await appendOnce(
        this.client,
        stream,
        plan.events,
        loaded.revision,
        this.#options.attempts,
        this.#watch,
      );
      // A position from before this append was sent means that the event store knew these events already.
      if (position <= newestBefore) {
        this.#loaded.delete(stream);
        return { position, known: true };
      }
      this.#newestPosition = max(this.#newestPosition, position);
      this.#keep(stream, plan, loaded, { revision, position });
      return { position, known: false };
    } catch (error) {
      if (error instanceof WrongExpectedVersionError) return undefined;
      throw error;
    }
  }

  /** Most streams are never written to again after their first append; keeping them all would cost more than a later read. */
  #keep<State>(
    stream: string,
    plan: Plan<State>,
    { revision, commands, isExpected }: LoadedStream<State>,
    appended: Appended,
  ): void {
    // Of one that was not read nobody knows which commands it holds.
    if (isExpected || (revision === 'no_stream' && !this.#queues.get(stream)?.length)) return;
    const known = growing(commands);
    for (const { commandId, firstEventId } of plan.answers) {
      if (firstEventId !== undefined) remember(known, commandId, firstEventId, appended.position);
    }
    this.#loaded.set(stream, { state: plan.state(), commands: known, ...appended });
  }

  async #readNewest(): Promise<bigint> {
    const head = (await headPosition(this.client)) ?? -1n;
    return (this.#newestPosition = max(this.#newestPosition, head));
  }

  /** What was loaded before, or else what is to be expected; undefined where there is neither. */
  #known<State, Command extends TimedCommand, Event extends DomainEvent, R extends string>(
    { expected }: Aggregate<State, Command, Event, R>,
    stream: string,
    [first]: readonly Waiting<Command>[],
  ): LoadedStream<State> | undefined {
    // The entry was put there for the same stream, whose category names its aggregate and so its state.
    const kept = this.#loaded.get(stream) as LoadedStream<State> | undefined;
    if (kept) return kept;
    const assumed = first && expected?.(first.command);
    return assumed && expectedStream(assumed);
  }
}

const startsStream = <State, Command extends TimedCommand, Event extends DomainEvent, R extends string>(
  { starts }: Aggregate<State, Command, Event, R>,
  [first]: readonly Waiting<Command>[],
): boolean => first !== undefined && starts.includes(first.command.type);

function answerAll<State>({ answers }: Plan<State>, durable: Durable): void {
  for (const { settle } of answers) settle(durable);
}

const max = (a: bigint | undefined, b: bigint): bigint => (a !== undefined && a > b ? a : b);
