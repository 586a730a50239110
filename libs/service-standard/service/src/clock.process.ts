import type { AutomationProgress, Process, ProcessBatch, StoreStep } from '@tenure/automation-runtime';
import type { DomainEvent, Recorded } from '@tenure/kernel';
import { USUAL_STANDARD } from '@tenure/service-standard-core';
import type { Timer, TimerClock, TimerWorker } from '@tenure/timers';
import type { PoolClient } from 'pg';
import { BatchWatching } from './batch.watching';
import type { CaseObserving } from './case.observing';
import { timeCases } from './case.timers';
import {
  isCaseClockEvent,
  isComplaintEvent,
  isEscalationPublished,
  isStandardPublished,
  isTierEvent,
  type PolicyPublishedEvent,
} from './clock.types';
import type { LiveStandards } from './live.standards';
import type { WatchedCases } from './watched.cases';

export interface ClockProcessParts {
  readonly cases: WatchedCases;
  readonly standards: LiveStandards;
  readonly observing: CaseObserving;
  /** Position of the newest event of a case itself; undefined where there is none. */
  readonly newestOf: (caseId: string) => Promise<bigint | undefined>;
  readonly timers: (handler: (timer: Timer, signal: AbortSignal) => Promise<void>) => TimerWorker;
  readonly progress: AutomationProgress;
  readonly now: TimerClock;
}

const CASES_AT_A_TIME = 2_000;

/**
 * Tells the clocks of each case what happened to it, and that time has passed. Timers follow from what the clocks say, in
 * the transaction that stores the position, so that none is lost or stands for what is not so.
 */
export class ClockProcess implements Process {
  private constructor(private readonly parts: ClockProcessParts) {}

  static async open(parts: ClockProcessParts): Promise<ClockProcess> {
    await parts.standards.include([USUAL_STANDARD, ...(await parts.cases.standardIds())]);
    return new ClockProcess(parts);
  }

  async handle({ events }: ProcessBatch): Promise<StoreStep | undefined> {
    const { cases, observing, standards } = this.parts;
    if (events.some(changesStandards)) await standards.reread();
    await standards.include(events.filter(isComplaintEvent).flatMap(standardOf));
    const watching = await this.#watch(events);
    await observing.observeAll(watching.facts);
    const { changed, changedTiers, moved } = watching;
    if (changed.size + changedTiers.size + moved.size === 0) return undefined;
    return async (client) => {
      await cases.write(client, [...changed.values()], changedTiers);
      await this.#time(client, watching);
    };
  }

  async keepTime(signal: AbortSignal): Promise<void> {
    const worker = this.parts.timers((timer, stopping) => this.#pass(timer, AbortSignal.any([signal, stopping])));
    worker.start();
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    await worker.close();
  }

  async #watch(events: readonly Recorded<DomainEvent>[]): Promise<BatchWatching> {
    const { cases } = this.parts;
    const tierEvents = events.filter(isTierEvent);
    const retiered = await cases.openOf([...new Set(tierEvents.map(({ data }) => data.customerId))]);
    const [rows, tiers] = await Promise.all([
      cases.read([...new Set([...events.flatMap(caseOf), ...retiered])]),
      cases.readTiers([...new Set(events.flatMap(customerOf))]),
    ]);
    const watching = new BatchWatching(rows, tiers);
    for (const event of events) {
      if (isComplaintEvent(event)) watching.complaint(event);
      else if (isTierEvent(event)) watching.tier(event);
      else if (isCaseClockEvent(event)) watching.clock(event);
      else if (isStandardPublished(event)) await this.#publish(event, watching);
    }
    return watching;
  }

  async #publish(event: PolicyPublishedEvent, watching: BatchWatching): Promise<void> {
    const { policyId } = event.data;
    const calendars = this.parts.standards.book.policies.flatMap((policy) =>
      policy.kind === 'calendar' && policy.content.holidaysId === policyId ? policy.policyId : [],
    );
    const concerned = [...new Set([policyId, ...calendars])];
    const stored: string[] = [];
    for (let page: readonly string[] | undefined; page === undefined || page.length === CASES_AT_A_TIME;) {
      page = await this.parts.cases.openUnder(concerned, stored.at(-1) ?? '', CASES_AT_A_TIME);
      stored.push(...page);
    }
    watching.policy(event, concerned, stored);
  }

  async #time(client: PoolClient, { moved, changed }: BatchWatching): Promise<void> {
    const { cases, standards, now } = this.parts;
    const ids = [...moved];
    for (let start = 0; start < ids.length; start += CASES_AT_A_TIME) {
      const some = ids.slice(start, start + CASES_AT_A_TIME);
      const unchanged = some.filter((caseId) => !changed.has(caseId));
      const stored = unchanged.length === 0 ? [] : await cases.readIn(client, unchanged);
      const known = some.flatMap((caseId) => changed.get(caseId) ?? []);
      await timeCases(client, [...known, ...stored], standards.book, now);
    }
  }

  /** Not before all that has happened to the case itself is known to its clocks. */
  async #pass({ key: caseId }: Timer, signal: AbortSignal): Promise<void> {
    const { newestOf, progress, observing, now } = this.parts;
    const newest = await newestOf(caseId);
    if (newest !== undefined) await progress.until(newest, signal);
    await observing.observe(caseId, [{ kind: 'time-passed', occurredAt: now() }]);
  }
}

const changesStandards = (event: Recorded): boolean => isStandardPublished(event) || isEscalationPublished(event);

const standardOf = (event: Recorded): string[] =>
  isComplaintEvent(event) && event.type === 'ComplaintOpened' && event.data.serviceStandard !== undefined
    ? [event.data.serviceStandard]
    : [];

function caseOf(event: Recorded): string[] {
  if (isComplaintEvent(event)) return [event.data.complaintId];
  return isCaseClockEvent(event) ? [event.data.caseId] : [];
}

const customerOf = (event: Recorded): string[] =>
  isComplaintEvent(event) || isTierEvent(event) ? [event.data.customerId] : [];
