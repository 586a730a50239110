import type { EventStoreDBClient } from '@eventstore/db-client';
import { backOff, createTopics, rest, type TopicSettings } from '@tenure/kafka';
import type { Kafka } from 'kafkajs';
import { LeaderCandidacy } from './leader.candidacy';
import { lead } from './leading.session';
import { relayedHead } from './log.head';
import { RelayProgress } from './relay.progress';
import type { RelayStatus } from './relay.status';

export interface RelayTimes {
  /** A leader that is behind for so long without getting anywhere begins anew, and counts as unhealthy. */
  readonly stalledAfterMs: number;
  /** How often the log's head is looked at. */
  readonly watchEveryMs: number;
  /** After so long without news the topic is told again how far it reaches. */
  readonly idleMarkerMs: number;
}

export interface RelayOptions {
  readonly client: EventStoreDBClient;
  readonly kafka: Kafka;
  readonly topic: TopicSettings;
  readonly times: RelayTimes;
  readonly onFailure: (error: unknown) => void;
  /** What else the leader does while it leads; resolves when it is told to end. */
  readonly beside?: (signal: AbortSignal) => Promise<void>;
}

const FIRST_PAUSE_MS = 200;

/** Stands for election again and again, publishes while it leads, and watches over itself. */
export class Relay {
  readonly #stopping = new AbortController();
  readonly #progress: RelayProgress;
  #session = new AbortController();
  #running: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: RelayOptions) {
    this.#progress = new RelayProgress(options.times.stalledAfterMs, Date.now);
  }

  start(): void {
    this.#running = Promise.all([this.#run(), this.#watch()]);
  }

  async close(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  async status(): Promise<RelayStatus> {
    const head = await relayedHead(this.options.client).catch(() => undefined);
    this.#progress.compareWith(head);
    return this.#progress.status(head);
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    for (let failures = 0; !signal.aborted;) {
      this.#progress.become('connecting');
      try {
        const candidacy = await this.#standForElection();
        failures = 0;
        await this.#takeTurns(candidacy).finally(() => candidacy.close());
      } catch (error) {
        this.#fail(error);
        await backOff(failures++, FIRST_PAUSE_MS, signal);
      }
    }
  }

  async #standForElection(): Promise<LeaderCandidacy> {
    const { kafka, topic } = this.options;
    const control = { ...topic, topic: `${topic.topic}.relay`, partitions: 1 };
    await createTopics(kafka, [topic, control]);
    return LeaderCandidacy.open({ kafka, topic: control.topic, group: control.topic });
  }

  /** Leads whenever it is elected; rejects when it is no candidate any more. */
  async #takeTurns(candidacy: LeaderCandidacy): Promise<void> {
    const stopping = this.#stopping.signal;
    for (let failures = 0; !stopping.aborted;) {
      if (!candidacy.isElected) this.#progress.become('standby');
      const term = await candidacy.elected(stopping);
      if (!term) return;
      this.#progress.become('leader');
      this.#session = new AbortController();
      const signal = AbortSignal.any([stopping, term, this.#session.signal]);
      const startedMs = performance.now();
      const beside = this.options.beside?.(signal);
      try {
        await lead({
          ...this.options,
          topic: this.options.topic.topic,
          ...this.options.times,
          progress: this.#progress,
          signal,
        }).finally(() => {
          this.#session.abort();
          return beside;
        });
      } catch (error) {
        this.#fail(error);
        if (performance.now() - startedMs > this.options.times.stalledAfterMs) failures = 0;
        await backOff(failures++, FIRST_PAUSE_MS, AbortSignal.any([stopping, term]));
      }
    }
  }

  /** A subscription may hang without a word: only a look at the log's head tells. */
  async #watch(): Promise<void> {
    const { client, times } = this.options;
    const { signal } = this.#stopping;
    for (; !signal.aborted; await rest(times.watchEveryMs, signal)) {
      try {
        const head = await relayedHead(client);
        this.#progress.compareWith(head);
        if (!this.#progress.isStalled(head)) continue;
        this.#fail(new Error(`Nothing is published although the log goes on up to ${head}`));
        this.#session.abort();
      } catch (error) {
        this.#progress.fail(error);
      }
    }
  }

  #fail(error: unknown): void {
    if (this.#stopping.signal.aborted) return;
    this.#progress.fail(error);
    this.options.onFailure(error);
  }
}
