import type { Process, ProcessBatch, StoreStep } from '@tenure/automation-runtime';
import {
  PLAN_WATCH_EVENTS,
  startOf,
  watchOnEvent,
  type ContactPlanPolicy,
  type PlanWatch,
  type PlanWatchEvent,
} from '@tenure/contact-plan-core';
import type { DomainEvent, Recorded } from '@tenure/kernel';
import { DEFAULT_POLICY_IDS, isOfKind, type PolicyBook, type PolicyEvent } from '@tenure/policy-contract';
import type { TimerClock, TimerHandler, TimerWorker } from '@tenure/timers';
import type { PoolClient } from 'pg';
import type { PlanActing } from './plan.acting';
import type { PlanWatches, TimedWatch } from './plan.watches';

export interface ContactPlanProcessParts {
  readonly watches: PlanWatches;
  readonly acting: PlanActing;
  readonly policies: PolicyBook;
  readonly timers: (handler: TimerHandler) => TimerWorker;
  readonly now: TimerClock;
  /** How long a tier that was judged for a time long past is given to be followed by others of the same history. */
  readonly settleMs: number;
}

/** Types of events that it acts on. */
export const CONTACT_PLAN_HANDLES: readonly string[] = [...PLAN_WATCH_EVENTS, 'PolicyPublished'];

/** Recorded later than this after it happened, a judgement is one of history. */
const NEWS_FOR_MS = 24 * 3_600_000;

const CUSTOMERS_AT_A_TIME = 200;

/**
 * Notes for each customer what the log says and when to act on it, and sets a timer to the first such moment; customers
 * without a plan have none. All planning is done by that timer, which stands still while history is loaded.
 */
export class ContactPlanProcess implements Process {
  constructor(private readonly parts: ContactPlanProcessParts) {}

  async handle({ events }: ProcessBatch): Promise<StoreStep> {
    const { policies } = this.parts;
    const versions = await policies.versions('contact-plan', DEFAULT_POLICY_IDS['contact-plan']);
    return async (client) => {
      const changed = await this.#watch(client, events.filter(isWatched), versions);
      const published = events.filter(isPlanPublished);
      for (const event of published) await this.#publish(client, event);
      if (changed + published.length > 0) await this.parts.watches.setTimer(client, this.parts.now);
    };
  }

  async keepTime(signal: AbortSignal): Promise<void> {
    const worker = this.parts.timers((_timer, stopping) => this.#act(AbortSignal.any([signal, stopping])));
    worker.start();
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    await worker.close();
  }

  async #watch(
    client: PoolClient,
    events: readonly Recorded<PlanWatchEvent>[],
    versions: readonly ContactPlanPolicy[],
  ): Promise<number> {
    const { watches, now, settleMs } = this.parts;
    const known = await watches.lock(client, [...new Set(events.map(({ data }) => data.customerId))]);
    const changed = new Map<string, TimedWatch>();
    for (const event of events) {
      const { customerId } = event.data;
      const before = changed.get(customerId)?.watch ?? known.get(customerId);
      const watch = watchOnEvent(before, event, versions);
      if (watch === undefined || watch === before) continue;
      const actOnFactsMs = Date.parse(now()) + (isOfHistory(event) ? settleMs : 0);
      changed.set(customerId, { watch, actAt: momentOf(watch, actOnFactsMs) });
    }
    await watches.write(client, [...changed.values()]);
    return changed.size;
  }

  async #publish(client: PoolClient, { data, recordedAt }: Recorded<PlanPublished>): Promise<void> {
    const fromMs = Math.max(Date.parse(startOf(data)), Date.parse(recordedAt));
    const tiers = data.content.plans.map(({ tier }) => tier);
    await this.parts.watches.planAllAt(client, new Date(fromMs).toISOString(), tiers);
  }

  /** What was done in time and is noted a moment later makes good what was missed meanwhile. */
  async #act(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && (await this.parts.acting.act(CUSTOMERS_AT_A_TIME)) === CUSTOMERS_AT_A_TIME);
  }
}

type PolicyPublished = Extract<PolicyEvent, { type: 'PolicyPublished' }>;
interface PlanPublished {
  readonly type: 'PolicyPublished';
  readonly data: ContactPlanPolicy;
}

const WATCHED: ReadonlySet<string> = new Set(PLAN_WATCH_EVENTS);

/** The feed has decoded the event by its type. */
const isWatched = (event: Recorded<DomainEvent>): event is Recorded<PlanWatchEvent> => WATCHED.has(event.type);

const isPolicyPublished = (event: Recorded<DomainEvent>): event is Recorded<PolicyPublished> =>
  event.type === 'PolicyPublished';

const isPlanPublished = (event: Recorded<DomainEvent>): event is Recorded<PlanPublished> =>
  isPolicyPublished(event) &&
  isOfKind(event.data, 'contact-plan') &&
  event.data.policyId === DEFAULT_POLICY_IDS['contact-plan'];

const isOfHistory = ({ recordedAt, metadata }: Recorded): boolean =>
  Date.parse(recordedAt) - Date.parse(metadata.occurredAt) > NEWS_FOR_MS;

/** What time has in store is not put off. */
function momentOf({ facts, nextAt }: PlanWatch, actOnFactsMs: number): string | undefined {
  if (facts.length === 0) return nextAt;
  const actMs = nextAt === undefined ? actOnFactsMs : Math.min(actOnFactsMs, Date.parse(nextAt));
  return new Date(actMs).toISOString();
}
