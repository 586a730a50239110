import { setTimeout as delay } from 'node:timers/promises';
import type { Process, ProcessBatch, StoreStep } from '@tenure/automation-runtime';
import type { DomainEvent, Recorded } from '@tenure/kernel';
import { REVIEW_EVENT_TYPES, reviewDue } from '@tenure/lifecycle-core';
import { inForce } from '@tenure/policy-contract';
import { withConnection } from '@tenure/postgres';
import type { DataSource } from 'typeorm';
import { BatchJudging } from './batch.judging';
import type { LifecycleRecording } from './lifecycle.recording';
import type { LifecycleReviews } from './lifecycle.reviews';
import { Turns } from './turns';

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

/**
 * Turns what is known of customers, and the passing of time, into stages. Verdicts are recorded before what they rest on is
 * stored; after a crash they come about again, and are known. Events and time take turns, as both judge the same customers.
 */
export class LifecycleProcess implements Process {
  readonly #turns = new Turns();

  constructor(private readonly parts: LifecycleProcessParts) {}

  async handle({ events }: ProcessBatch): Promise<StoreStep | undefined> {
    const { reviews, recording } = this.parts;
    const giveBack = await this.#turns.take();
    try {
      const known = await reviews.read([...new Set(events.flatMap(customerOf))]);
      const judging = new BatchJudging(known, reviews);
      for (const event of events) judging.add(event);
      const { changed, adopted } = judging;
      await recording.record(judging.verdicts);
      reviews.keep(changed, 'all');
      if (changed.length === 0 && !adopted) {
        giveBack();
        return undefined;
      }
      return async (client) => {
        try {
          await reviews.write(client, changed);
          if (adopted) await reviews.writePolicies(client);
        } finally {
          giveBack();
        }
      };
    } catch (error) {
      giveBack();
      throw error;
    }
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
        const reviewed = due.map((review) => reviewDue(review, until, reviews.policies));
        await recording.record(reviewed.flatMap(({ verdicts }) => verdicts));
        const after = reviewed.map(({ review }) => review);
        if (after.length > 0) await reviews.write(client, after);
        await client.query('COMMIT');
        reviews.keep(after, 'known');
        return due.length;
      });
    } finally {
      giveBack();
    }
  }
}

const customerOf = ({ metadata: { customerId } }: Recorded<DomainEvent>): readonly string[] =>
  customerId === undefined ? [] : [customerId];
