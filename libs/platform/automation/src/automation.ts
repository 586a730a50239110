import { setTimeout as delay } from 'node:timers/promises';
import { urlOf } from '@tenure/postgres';
import type { Feed } from '@tenure/projections';
import type { DataSource } from 'typeorm';
import { failureAfter, type AutomationFailure } from './automation.failure';
import { AutomationProgress } from './automation.progress';
import { AutomationStore } from './automation.store';
import { LOAD_EVENT_TYPES } from './history.loads';
import { LeaderLock } from './leader.lock';
import { LogFollowing } from './log.following';
import type { Process } from './process';
import { TimeKeeping } from './time.keeping';

export interface AutomationOptions {
  /** Of its row in `automation_position`. */
  readonly name: string;
  readonly feed: Feed;
  readonly dataSource: DataSource;
  /** Types of events that the process acts on. */
  readonly handles: readonly string[];
  /** From what it has stored; called anew after every failure. */
  readonly open: (progress: AutomationProgress) => Promise<Process>;
  /** What went wrong; it is tried again with back-off. */
  readonly onFailure: (error: unknown) => void;
}

const MAX_EVENTS = 1_000;
const FIRST_RETRY_MS = 200;
const LONGEST_RETRY_MS = 15_000;

/** Lets a process follow the log. Of several instances of the same name one works, and the others stand by. */
export class Automation {
  readonly #stopping = new AbortController();
  readonly #handled: ReadonlySet<string>;
  #running: Promise<void> = Promise.resolve();
  #progress: AutomationProgress | undefined;
  #failures = 0;
  #failure: AutomationFailure | undefined;

  constructor(private readonly options: AutomationOptions) {
    this.#handled = new Set(options.handles);
  }

  start(): void {
    this.#running = this.#runUntilClosed();
  }

  async close(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  /** Everything in the log up to here has been acted on; undefined before, and while another instance works. */
  get position(): bigint | undefined {
    return this.#progress?.position;
  }

  get name(): string {
    return this.options.name;
  }

  /** Absent while it gets on, and while another instance works. */
  get failure(): AutomationFailure | undefined {
    return this.#failure;
  }

  async #runUntilClosed(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      try {
        await this.#lead();
      } catch (error) {
        if (!signal.aborted) this.#failed(error);
      }
      const retryMs = Math.min(FIRST_RETRY_MS * 2 ** Math.min(this.#failures++, 10), LONGEST_RETRY_MS);
      await delay(retryMs, undefined, { signal }).catch(() => undefined);
    }
  }

  #failed(error: unknown): void {
    this.#failure = failureAfter(this.#failure, error);
    this.options.onFailure(error);
  }

  async #lead(): Promise<void> {
    const { dataSource, name } = this.options;
    const lock = await LeaderLock.take(urlOf(dataSource), name, this.#stopping.signal);
    if (!lock) return;
    try {
      await this.#work(lock.lost);
    } finally {
      await lock.release();
    }
  }

  async #work(lost: AbortSignal): Promise<void> {
    const store = new AutomationStore(this.options.dataSource, this.options.name);
    const state = await store.resume();
    const progress = new AutomationProgress(state.position);
    const process = await this.options.open(progress);
    this.#progress = progress;
    const failed = new AbortController();
    const onFailure = (error: unknown) => failed.abort(error);
    const time = new TimeKeeping(process, onFailure);
    const signal = AbortSignal.any([this.#stopping.signal, lost, failed.signal]);
    const following = new LogFollowing({ store, progress, process, time, handled: this.#handled, onFailure }, state);
    try {
      const types = [...this.options.handles, ...LOAD_EVENT_TYPES];
      for await (const batch of this.options.feed.batches(state.position, { maxEvents: MAX_EVENTS, types, signal })) {
        await following.act(batch);
        this.#failures = 0;
        this.#failure = undefined;
      }
      if (failed.signal.aborted) throw failed.signal.reason;
      if (lost.aborted) throw new Error('The session in PostgreSQL that says who leads was lost');
      await following.end();
    } finally {
      await following.close();
      await time.end();
    }
  }
}
