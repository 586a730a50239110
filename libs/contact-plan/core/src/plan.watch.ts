import type { InteractionEvent } from '@tenure/interaction-contract';
import { isBefore, type Recorded } from '@tenure/kernel';
import type { ContactChannel } from '@tenure/shared-contract';
import type { TierEvent } from '@tenure/tier-contract';
import { nextPlanningAt, type ContactPlanPolicy } from './called.contact';
import { kindBy } from './contact.doing';

/** What the planning knows of a customer: the tier, what is yet to be acted on, and when time alone has something to do. */
export interface PlanWatch {
  readonly customerId: string;
  /** Absent where the customer has none. */
  readonly tier?: string;
  /** Since when the platform has known a tier of the customer: nothing before it is planned. ISO 8601. */
  readonly knownSince: string;
  /** In the order of the log. */
  readonly facts: readonly PlanFact[];
  /** Absent where time alone changes nothing. */
  readonly nextAt?: string;
  /** The newest moment that was acted on. */
  readonly actedAt?: string;
  /** Whether the customer ever was in a tier that has a plan. */
  readonly isPlanned: boolean;
}

export type PlanFact = TierFact | InteractionFact;

interface Fact {
  readonly eventId: string;
  readonly recordedAt: string;
}

interface TierFact extends Fact {
  readonly type: 'tier';
  readonly tier?: string;
}

interface InteractionFact extends Fact {
  readonly type: 'interaction';
  readonly interactionId: string;
  readonly channel: ContactChannel;
  readonly by: string;
  readonly tookPlaceAt: string;
}

export type PlanWatchEvent = TierEvent | Extract<InteractionEvent, { type: 'InteractionRecorded' }>;

export const PLAN_WATCH_EVENTS: readonly PlanWatchEvent['type'][] = [
  'TierAssigned',
  'TierChanged',
  'TierOverridden',
  'TierOverrideEnded',
  'InteractionRecorded',
];

/**
 * Notes what an event means for the plan of its customer. `undefined`, or the very same watch, where that is nothing: most
 * customers of an import are in no tier with a plan, and most interactions are older than any.
 */
export function watchOnEvent(
  watch: PlanWatch | undefined,
  event: Recorded<PlanWatchEvent>,
  versions: readonly ContactPlanPolicy[],
): PlanWatch | undefined {
  switch (event.type) {
    case 'TierAssigned':
      return withTier(watch, event, event.data.tier, versions);
    case 'TierChanged':
      return withTier(watch, event, event.data.to, versions);
    case 'TierOverridden':
      return withTier(watch, event, event.data.tier, versions);
    case 'TierOverrideEnded':
      return withTier(watch, event, event.data.to, versions);
    case 'InteractionRecorded':
      return watch && withInteraction(watch, event);
  }
}

function withTier(
  known: PlanWatch | undefined,
  { id, recordedAt, data: { customerId } }: Recorded<TierEvent>,
  tier: string | undefined,
  versions: readonly ContactPlanPolicy[],
): PlanWatch {
  const watch = known ?? { customerId, knownSince: recordedAt, facts: [], isPlanned: false };
  const concerns =
    watch.facts.length > 0 || watch.nextAt !== undefined || nextPlanningAt(versions, tier, recordedAt) !== undefined;
  if (!concerns) return { ...watch, tier };
  const fact = { type: 'tier', eventId: id, recordedAt, tier } as const;
  // Of several tiers that none was acted on between, the last one counts.
  const before = watch.facts.at(-1)?.type === 'tier' ? watch.facts.slice(0, -1) : watch.facts;
  return { ...watch, facts: [...before, fact] };
}

function withInteraction(
  watch: PlanWatch,
  { id, recordedAt, data, metadata }: Recorded<Extract<PlanWatchEvent, { type: 'InteractionRecorded' }>>,
): PlanWatch {
  const concerns = watch.isPlanned || watch.facts.length > 0;
  if (!concerns || kindBy(data.channel) === undefined || isBefore(metadata.occurredAt, watch.knownSince)) return watch;
  const { interactionId, channel, handledBy: by = metadata.actor } = data;
  const what = { interactionId, channel, by, tookPlaceAt: metadata.occurredAt };
  return { ...watch, facts: [...watch.facts, { type: 'interaction', eventId: id, recordedAt, ...what }] };
}
