import { setTimeout as delay } from 'node:timers/promises';
import type { Process, ProcessBatch, StoreStep } from '@tenure/automation-runtime';
import type { CustomerEvent } from '@tenure/customer-contract';
import type { JourneyEvent } from '@tenure/journey-contract';
import { isJourneyCause, JOURNEY_CAUSES } from '@tenure/journey-core';
import type { DomainEvent, Recorded } from '@tenure/kernel';
import type { PolicyEvent, PolicyKind } from '@tenure/policy-contract';
import type { DueSteps, KnownJourneys } from './due.steps';
import type { JourneyEntering } from './journey.entering';
import type { LiveJourneys } from './live.journeys';
import type { StepTaking } from './step.taking';

export interface JourneyProcessParts {
  readonly known: KnownJourneys;
  readonly due: DueSteps;
  readonly journeys: LiveJourneys;
  readonly entering: JourneyEntering;
  readonly taking: StepTaking;
  /** ISO 8601. */
  readonly now: () => string;
  /** How often steps that have come due are looked for. */
  readonly pollMs: number;
}

const FOLLOWED = ['JourneyEntered', 'JourneyStepTaken', 'JourneyStepPutOff', 'JourneyEnded'] as const;

/** Types of events that it acts on. */
export const JOURNEY_PROCESS_HANDLES: readonly string[] = [
  ...JOURNEY_CAUSES,
  ...FOLLOWED,
  'CustomerMerged',
  'PolicyPublished',
];

/** Policies that decide on what is sent, and when. */
const KINDS: readonly PolicyKind[] = ['journey', 'messaging', 'calendar', 'holidays'];

/** More in flight at a time cost more in the collection of garbage than they gain. */
const STEPS_AT_A_TIME = 128;

/** While one of them waits for the event store, another one can work. */
const CHUNKS_AT_A_TIME = 3;

/**
 * Has customers enter journeys as the log gives reason to, and takes the steps of their runs when they are due: what is
 * due is noted as the log says it, and looked up in order of time, so that nothing else is ever looked at.
 */
export class JourneyProcess implements Process {
  private constructor(private readonly parts: JourneyProcessParts) {}

  static async open(parts: JourneyProcessParts): Promise<JourneyProcess> {
    await parts.journeys.read(await parts.known.read());
    return new JourneyProcess(parts);
  }

  async handle({ events }: ProcessBatch): Promise<StoreStep | undefined> {
    const { known, due, journeys, entering, now } = this.parts;
    const published = events.filter(isPolicyPublished).filter(({ data }) => KINDS.includes(data.kind));
    const ids = published.filter(({ data }) => data.kind === 'journey').map(({ data }) => data.policyId);
    if (published.length > 0) await journeys.read(ids);
    await entering.enter(events.filter(isJourneyCause));
    const followed = events.filter(isFollowed);
    const merged = events.filter(isMerged).map(({ data }) => data.customerId);
    if (followed.length + merged.length + ids.length === 0) return undefined;
    return async (client) => {
      await known.add(client, [...new Set(ids)]);
      await due.follow(client, followed);
      await due.endOf(client, merged, now());
    };
  }

  async keepTime(signal: AbortSignal): Promise<void> {
    const { taking, pollMs } = this.parts;
    while (!signal.aborted) {
      const taken = await taking.take(STEPS_AT_A_TIME);
      if (taken === STEPS_AT_A_TIME) await this.#catchUp(signal);
      else await delay(pollMs, undefined, { signal }).catch(() => undefined);
    }
  }

  async #catchUp(signal: AbortSignal): Promise<void> {
    const lanes = Array.from({ length: CHUNKS_AT_A_TIME }, async () => {
      while (!signal.aborted && (await this.parts.taking.take(STEPS_AT_A_TIME)) === STEPS_AT_A_TIME);
    });
    const ended = await Promise.allSettled(lanes);
    for (const lane of ended) if (lane.status === 'rejected') throw lane.reason;
  }
}

type PolicyPublished = Extract<PolicyEvent, { type: 'PolicyPublished' }>;
type CustomerMerged = Extract<CustomerEvent, { type: 'CustomerMerged' }>;
type Followed = Extract<JourneyEvent, { type: (typeof FOLLOWED)[number] }>;

const TYPES: ReadonlySet<string> = new Set(FOLLOWED);

/** The feed has decoded the event by its type. */
const isFollowed = (event: Recorded<DomainEvent>): event is Recorded<Followed> => TYPES.has(event.type);

const isPolicyPublished = (event: Recorded<DomainEvent>): event is Recorded<PolicyPublished> =>
  event.type === 'PolicyPublished';

const isMerged = (event: Recorded<DomainEvent>): event is Recorded<CustomerMerged> => event.type === 'CustomerMerged';
