import { list, oneOf, percent, record, tier, timeZone, whole } from './schema.parts';

export const PLANNED_CONTACT_KINDS = ['visit', 'call', 'training', 'report'] as const;
export type PlannedContactKind = (typeof PLANNED_CONTACT_KINDS)[number];

export const CONTACT_PERIODS = ['month', 'quarter', 'year'] as const;
export type ContactPeriod = (typeof CONTACT_PERIODS)[number];

export interface PlannedContact {
  readonly kind: PlannedContactKind;
  /** Once in every `count` calendar periods of this unit. */
  readonly every: { readonly unit: ContactPeriod; readonly count: number };
}

/** Planned contact per tier (R16). A tier that is not named has none. */
export interface ContactPlanContent {
  readonly timeZone: string;
  /**
   * A period that has begun when the plan comes to hold for a customer counts where at least so much of it is left;
   * whatever is left of it, where nothing is said.
   */
  readonly leastPercentLeft?: number;
  readonly plans: readonly { readonly tier: string; readonly contacts: readonly PlannedContact[] }[];
}

const contact = record({
  kind: oneOf(PLANNED_CONTACT_KINDS),
  every: record({ unit: oneOf(CONTACT_PERIODS), count: whole(1, 24) }),
});

export const contactPlanSchema = record(
  { timeZone, leastPercentLeft: percent, plans: list(record({ tier, contacts: list(contact, 0, 20) }), 1, 50) },
  ['leastPercentLeft'],
);
