import type { ChurnEvent } from '@tenure/churn-contract';
import { instant, type Projection, type Recorded } from '@tenure/kernel';
import type { CustomerDateDue, LifecycleEvent, MilestoneReached, StageEntered } from '@tenure/lifecycle-contract';
import type { RiskBand } from '@tenure/shared-contract';
import type { TierEvent } from '@tenure/tier-contract';
import type { Stage } from './lifecycle.policy';

/** A stage as it was entered; times here and below are ISO 8601 UTC. */
export type StageStay = Omit<StageEntered, 'customerId'>;

export interface ReachedMilestone {
  readonly milestoneId: string;
  readonly times: number;
  /** The last time. */
  readonly reachedAt: string;
}

export type ToldDate = Pick<CustomerDateDue, 'dateId' | 'of' | 'day' | 'dueAt'>;

/** `since` a moment the tier or band was this one; `null` for none. */
export interface StandingSince {
  readonly is: string | null;
  readonly since: string;
}

/** Where a customer stands, and all that was judged of them so far. */
export interface CustomerStageRow {
  readonly customerId: string;
  readonly stage: Stage;
  readonly since: string | null;
  /** The oldest first. */
  readonly stays: readonly StageStay[];
  readonly milestones: readonly ReachedMilestone[];
  /** The newest reminders, the oldest of them first. */
  readonly dates: readonly ToldDate[];
  readonly tier: string | null;
  readonly tiers: readonly StandingSince[];
  readonly band: RiskBand | null;
  /** 0–100, of the score that led to the band. */
  readonly score: number | null;
  readonly bands: readonly StandingSince[];
  /** When the first stage was entered. */
  readonly arrivedAt: string | null;
  /** When the customer was lost for the first time. */
  readonly churnedAt: string | null;
  readonly position: bigint;
}

type StandingEvent = LifecycleEvent | TierEvent | ChurnEvent;

/** In which stage a customer is, since when and why, with the tier and the risk that are looked at beside it. */
export const customerStage: Projection<CustomerStageRow, StandingEvent> = {
  name: 'customer-stage',
  version: 1,
  handles: [
    'StageEntered',
    'MilestoneReached',
    'CustomerDateDue',
    'TierAssigned',
    'TierChanged',
    'TierOverridden',
    'TierOverrideEnded',
    'RiskBandEntered',
  ],
  keysOf: ({ data: { customerId } }) => [customerId],
  fold: (row, event, customerId) => {
    const known = row ?? newRow(customerId);
    return { ...known, ...changesOf(known, event), position: event.position };
  },
};

const MOST_DATES = 20;

const newRow = (customerId: string): CustomerStageRow => ({
  customerId,
  stage: 'none',
  since: null,
  stays: [],
  milestones: [],
  dates: [],
  tier: null,
  tiers: [],
  band: null,
  score: null,
  bands: [],
  arrivedAt: null,
  churnedAt: null,
  position: 0n,
});

function changesOf(row: CustomerStageRow, event: Recorded<StandingEvent>): Partial<CustomerStageRow> {
  switch (event.type) {
    case 'StageEntered':
      return withStay(row, event.data);
    case 'MilestoneReached':
      return { milestones: withMilestone(row.milestones, event.data) };
    case 'CustomerDateDue': {
      const { dateId, of, day, dueAt } = event.data;
      return { dates: [...row.dates, { dateId, of, day, dueAt }].slice(-MOST_DATES) };
    }
    case 'TierAssigned':
      return withTier(row, event.data.tier, event.data.judgedAt);
    case 'TierChanged':
      return withTier(row, event.data.to, event.data.judgedAt);
    case 'TierOverridden':
      return withTier(row, event.data.tier, event.data.overriddenAt);
    case 'TierOverrideEnded':
      return withTier(row, event.data.to ?? null, event.data.endedAt);
    case 'RiskBandEntered': {
      const { band, score, scoredAt } = event.data;
      return { band, score, bands: [...row.bands, { is: band, since: utc(scoredAt) }] };
    }
  }
}

function withStay(row: CustomerStageRow, { customerId: _, ...data }: StageEntered): Partial<CustomerStageRow> {
  const enteredAt = utc(data.enteredAt);
  const { stage } = data;
  return {
    stage,
    since: enteredAt,
    stays: [...row.stays, { ...data, enteredAt }],
    arrivedAt: row.arrivedAt ?? enteredAt,
    churnedAt: row.churnedAt ?? (stage === 'churned' ? enteredAt : null),
  };
}

function withMilestone(
  known: readonly ReachedMilestone[],
  { milestoneId, times, reachedAt }: MilestoneReached,
): readonly ReachedMilestone[] {
  return [...known.filter((one) => one.milestoneId !== milestoneId), { milestoneId, times, reachedAt: utc(reachedAt) }];
}

const withTier = (row: CustomerStageRow, tier: string | null, at: string): Partial<CustomerStageRow> => ({
  tier,
  tiers: [...row.tiers, { is: tier, since: utc(at) }],
});

/** Of one form, so that the database compares them as they stand. */
const utc = (at: string): string => instant(Date.parse(at));
