import type { TierPolicy } from '@tenure/tier-contract';

/**
 * R5's numbers. Where its sources disagree: "and" joins spend and cooperation, edges belong to the higher tier (exactly
 * 500,000, exactly 2 years), potential alone suffices for A, and high spend with a short cooperation is B: too much to
 * be served as a basic customer, too young to be a key one.
 */
export const defaultTierPolicy: TierPolicy = {
  policyId: 'value-tier',
  version: 1,
  effectiveFrom: '2000-01-01T00:00:00+08:00',
  currency: 'CNY',
  spendWindow: { unit: 'months', length: 12 },
  tiers: [
    {
      tier: 'A',
      anyOf: [
        {
          allOf: [
            { fact: 'spendMinor', atLeast: 50_000_000 },
            { fact: 'cooperationMonths', atLeast: 24 },
          ],
        },
        { allOf: [{ fact: 'growthPotential', oneOf: ['strategic', 'benchmark'] }] },
      ],
    },
    {
      tier: 'B',
      anyOf: [
        {
          allOf: [
            { fact: 'spendMinor', atLeast: 10_000_000 },
            { fact: 'cooperationMonths', atLeast: 12 },
          ],
        },
        { allOf: [{ fact: 'spendMinor', atLeast: 50_000_000 }] },
      ],
    },
  ],
  defaultTier: 'C',
};

/**
 * For a wholesaler of gifts whose history is one year long (UCI "Online Retail", 2010-12-01 to 2011-12-09), so that no
 * length of cooperation can be asked for. By net spend in the twelve months before its end, 7.6 % of its 4,372 customers
 * reach GBP 4,000 (332, who bring 55 % of the spend), another 23.9 % reach GBP 1,200 (1,046, 28 %), and 68.5 % stay below.
 */
export const onlineRetailTierPolicy: TierPolicy = {
  policyId: 'online-retail-value-tier',
  version: 1,
  effectiveFrom: '2010-01-01T00:00:00Z',
  currency: 'GBP',
  spendWindow: { unit: 'months', length: 12 },
  tiers: [
    {
      tier: 'A',
      anyOf: [
        { allOf: [{ fact: 'spendMinor', atLeast: 400_000 }] },
        { allOf: [{ fact: 'growthPotential', oneOf: ['strategic', 'benchmark'] }] },
      ],
    },
    { tier: 'B', anyOf: [{ allOf: [{ fact: 'spendMinor', atLeast: 120_000 }] }] },
  ],
  defaultTier: 'C',
};
