import { GROWTH_POTENTIALS, type GrowthPotential } from '@tenure/customer-contract';
import { currency, list, oneOf, record, tier, whole } from './schema.parts';

/** `atLeast` includes its number, `below` excludes it. */
export interface NumberCriterion {
  readonly fact: 'spendMinor' | 'cooperationMonths';
  readonly atLeast?: number;
  readonly below?: number;
}

export interface PotentialCriterion {
  readonly fact: 'growthPotential';
  readonly oneOf: readonly GrowthPotential[];
}

export type TierCriterion = NumberCriterion | PotentialCriterion;

export interface TierAlternative {
  readonly allOf: readonly TierCriterion[];
}

export interface TierRule {
  readonly tier: string;
  readonly anyOf: readonly TierAlternative[];
}

/** Spend counts from its moment up to, not including, the same moment so many months or days later (UTC). */
export interface SpendWindow {
  readonly unit: 'months' | 'days';
  readonly length: number;
}

/** How customers are divided by value (R5). The first rule that holds wins; the default tier takes everyone else. */
export interface TierContent {
  /** ISO 4217; spend in another currency is not counted. */
  readonly currency: string;
  readonly spendWindow: SpendWindow;
  /** In order of precedence, the highest first. */
  readonly tiers: readonly TierRule[];
  readonly defaultTier: string;
  /** Who has a tier falls out of it only once the spend is below (100 − spendPercent) % of the bound that it asks for. */
  readonly hysteresis?: { readonly spendPercent: number };
}

const bound = whole(0, Number.MAX_SAFE_INTEGER);

const criterion = {
  type: 'object',
  properties: { fact: oneOf(['spendMinor', 'cooperationMonths', 'growthPotential']) },
  required: ['fact'],
  if: { properties: { fact: { const: 'growthPotential' } } },
  then: record({ fact: {}, oneOf: list(oneOf(GROWTH_POTENTIALS)) }),
  else: { ...record({ fact: {}, atLeast: bound, below: bound }, ['atLeast', 'below']), minProperties: 2 },
};

export const tierSchema = record(
  {
    currency,
    spendWindow: record({ unit: oneOf(['months', 'days']), length: whole(1, 3_660) }),
    tiers: list(record({ tier, anyOf: list(record({ allOf: list(criterion, 1, 50) }), 1, 50) }), 1, 50),
    defaultTier: tier,
    hysteresis: record({ spendPercent: whole(1, 99) }),
  },
  ['hysteresis'],
);
