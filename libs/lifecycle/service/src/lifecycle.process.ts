import { setTimeout as delay } from 'node:timers/promises';
import { Turns, type Process, type ProcessBatch, type StoreStep } from '@tenure/automation-runtime';
import type { DomainEvent, Recorded } from '@tenure/kernel';
import { judgeDue, REVIEW_EVENT_TYPES } from '@tenure/lifecycle-core';
import { inForce } from '@tenure/policy-contract';
import { withConnection } from '@tenure/postgres';
import type { DataSource } from 'typeorm';
import { BatchJudging } from './batch.judging';
import type { LifecycleRecording } from './lifecycle.recording';
import type { LifecycleReviews } from './lifecycle.reviews';

export interface LifecycleProcessParts {
  readonly dataSource: DataSource;
  readonly reviews: LifecycleReviews;
  readonly recording: LifecycleRecording;
  /** ISO 8601; what is due by then is reviewed. */
  readonly now: () => string;
  readonly reviewEveryMs: number;
}

/** Types of events that it acts on. */
export const LIFECYCLE_HANDLES: readonly string[] = [...REVIEW_EVENT_TYPES, 'PolicyPublished'];

const CUSTOMERS_AT_A_TIME = 2_000;
/** So many reviews wait for being written at the most; the rest is a matter of the seconds after which positions are stored. */
const MOST_CHANGED = 10_000;

/**
 * Turns what is known of customers, and the passing of time, into stages. Verdicts are durable before what they rest on is
 * stored; after a crash they come about again, and are known. Events and time take turns, as both judge the same customers.
 */
export class LifecycleProcess implements Process {
  readonly #turns = new Turns();
  #hasAdopted = false;
  /** All verdicts so far: while those of one batch are on their way, the next one is judged. */
  #recorded: Promise<void> = Promise.resolve();

  constructor(private readonly parts: LifecycleProcessParts) {}

  async handle({ events, caughtUp }: ProcessBatch): Promise<StoreStep | undefined> {
    const { reviews, recording } = this.parts;
    const giveBack = await this.#turns.take();
    try {
      const known = await reviews.read([...new Set(events.flatMap(customerOf))]);
      const judging = new BatchJudging(known, reviews);
      for (const event of events) judging.add(event);
      reviews.change(judging.changed);
      this.#hasAdopted ||= judging.adopted;
      const before = this.#recorded;
      // Never before those of an earlier batch: a customer's verdicts are recorded in their order.
      this.#recorded = before.then(() => recording.record(judging.verdicts));
      // Whoever waits for it next is told of a failure.
      this.#recorded.catch(() => undefined);
      const canWait = !caughtUp && !judging.adopted && reviews.changed < MOST_CHANGED;
      await (canWait ? before : this.#recorded);
      return canWait ? undefined : this.deferred();
    } finally {
      giveBack();
    }
  }

  deferred(): StoreStep | undefined {
    const { reviews } = this.parts;
    if (reviews.changed === 0 && !this.#hasAdopted) return undefined;
    return async (client) => {
      await this.#recorded;
      await reviews.writeChanged(client);
      if (this.#hasAdopted) await reviews.writePolicies(client);
      this.#hasAdopted = false;
    };
  }

  async keepTime(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const found = await this.#reviewDue(signal);
      if (found < CUSTOMERS_AT_A_TIME) {
        await delay(this.parts.reviewEveryMs, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  /** Those whose time has come, as many as are looked at at a time; resolves to how many there were. */
  async #reviewDue(signal: AbortSignal): Promise<number> {
    const { dataSource, reviews, recording, now } = this.parts;
    const giveBack = await this.#turns.take(signal);
    try {
      return await withConnection(dataSource, async (client) => {
        await client.query('BEGIN');
        // What is lost with the commit is found due again.
        await client.query('SET LOCAL synchronous_commit = off');
        const until = now();
        const { version = 0 } = inForce(reviews.policies, until) ?? {};
        const due = await reviews.lockDue(client, until, version, CUSTOMERS_AT_A_TIME);
        await recording.record(due.flatMap((review) => judgeDue(review, until, reviews.policies) ?? []));
        if (due.length > 0) await reviews.write(client, due);
        await client.query('COMMIT');
        return due.length;
      });
    } finally {
      giveBack();
    }
  }
}

const customerOf = ({ metadata: { customerId } }: Recorded<DomainEvent>): readonly string[] =>
  customerId === undefined ? [] : [customerId];
