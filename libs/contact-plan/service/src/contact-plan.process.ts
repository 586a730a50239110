import type { AutomationProgress, Process, ProcessBatch, StoreStep } from '@tenure/automation-runtime';
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
import { setTimers, type Timer, type TimerClock, type TimerHandler, type TimerWorker } from '@tenure/timers';
import type { PoolClient } from 'pg';
import type { PlanActing } from './plan.acting';
import { planTimer, type PlanWatches } from './plan.watches';

export interface ContactPlanProcessParts {
  readonly watches: PlanWatches;
  readonly acting: PlanActing;
  readonly policies: PolicyBook;
  /** Position of the newest event there is; undefined where there is none. */
  readonly newest: () => Promise<bigint | undefined>;
  readonly timers: (handler: TimerHandler) => TimerWorker;
  readonly progress: AutomationProgress;
  readonly now: TimerClock;
  /** How long a tier that was judged for a time long past is given to be followed by others of the same history. */
  readonly settleMs: number;
}

/** Types of events that it acts on. */
export const CONTACT_PLAN_HANDLES: readonly string[] = [...PLAN_WATCH_EVENTS, 'PolicyPublished'];

/** Recorded later than this after it happened, a judgement is one of history. */
const NEWS_FOR_MS = 24 * 3_600_000;

/**
 * Notes for each customer what the log says, and sets the timer by which it is acted on: one for each customer at the
 * most, none for those without a plan. All planning is done by timers, which stand still while history is loaded.
 */
export class ContactPlanProcess implements Process {
  constructor(private readonly parts: ContactPlanProcessParts) {}

  async handle({ events }: ProcessBatch): Promise<StoreStep> {
    const { policies } = this.parts;
    const versions = await policies.versions('contact-plan', DEFAULT_POLICY_IDS['contact-plan']);
    return async (client) => {
      await this.#watch(client, events.filter(isWatched), versions);
      for (const event of events) if (isPlanPublished(event)) await this.#publish(client, event);
    };
  }

  async keepTime(signal: AbortSignal): Promise<void> {
    const worker = this.parts.timers((timer, stopping) => this.#act(timer, AbortSignal.any([signal, stopping])));
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
  ): Promise<void> {
    const { watches, now, settleMs } = this.parts;
    const known = await watches.lock(client, [...new Set(events.map(({ data }) => data.customerId))]);
    const changed = new Map<string, PlanWatch>();
    const actAt = new Map<string, number>();
    for (const event of events) {
      const { customerId } = event.data;
      const before = changed.get(customerId) ?? known.get(customerId);
      const after = watchOnEvent(before, event, versions);
      if (after === undefined || after === before) continue;
      changed.set(customerId, after);
      actAt.set(customerId, Date.parse(now()) + (isOfHistory(event) ? settleMs : 0));
    }
    await watches.write(client, [...changed.values()]);
    await setTimers(
      client,
      now,
      [...changed.values()].flatMap((watch) => timerOf(watch, actAt.get(watch.customerId))),
    );
  }

  async #publish(client: PoolClient, { data, recordedAt }: Recorded<PlanPublished>): Promise<void> {
    const { watches, now } = this.parts;
    const fromMs = Math.max(Date.parse(startOf(data)), Date.parse(recordedAt));
    const tiers = data.content.plans.map(({ tier }) => tier);
    await setTimers(client, now, await watches.planAllAt(client, new Date(fromMs).toISOString(), tiers));
  }

  /** Not before all that is in the log by now has been noted: it may say that what is due was done. */
  async #act({ key: customerId }: Timer, signal: AbortSignal): Promise<void> {
    const { newest, progress, acting } = this.parts;
    const position = await newest();
    if (position !== undefined) await progress.until(position, signal);
    await acting.act(customerId);
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

/** None where the tier alone was noted. What time has in store is not put off. */
function timerOf({ customerId, facts, nextAt }: PlanWatch, actAtMs: number | undefined): Timer[] {
  if (facts.length === 0 || actAtMs === undefined) return [];
  const dueMs = nextAt === undefined ? actAtMs : Math.min(actAtMs, Date.parse(nextAt));
  return [planTimer(customerId, new Date(dueMs).toISOString())];
}
