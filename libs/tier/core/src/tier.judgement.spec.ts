import type { TierInputs } from '@tenure/tier-contract';
import { defaultTierPolicy } from './testing/shipped.policies';
import { judgeTier } from './tier.judgement';

const inputs = (spendYuan: number, cooperationMonths: number, more: Partial<TierInputs> = {}): TierInputs => ({
  spendMinor: Math.round(spendYuan * 100),
  currency: 'CNY',
  cooperationMonths,
  ...more,
});

describe('the judgement of a tier', () => {
  it.each([
    ['A', 'exactly 500,000 and exactly 2 years', inputs(500_000, 24), 'A.anyOf[0]'],
    ['B', 'one fen less', inputs(499_999.99, 24), 'B.anyOf[0]'],
    ['B', 'one month less', inputs(500_000, 23), 'B.anyOf[0]'],
    ['A', 'strategic potential alone', inputs(0, 0, { growthPotential: 'strategic' }), 'A.anyOf[1]'],
    ['B', 'high spend, short tenure', inputs(2_000_000, 1), 'B.anyOf[1]'],
    ['C', 'middling spend, short tenure', inputs(499_999, 11), 'default'],
    ['C', 'small spend, long tenure', inputs(99_999.99, 60), 'default'],
    ['C', 'more returned than bought', inputs(-1, 60), 'default'],
  ])('is %s for %s', (tier, _case, given, matchedRule) =>
    expect(judgeTier(defaultTierPolicy, given)).toMatchObject({ tier, matchedRule }),
  );

  it('says in words why this tier and none above it', () =>
    expect(judgeTier(defaultTierPolicy, inputs(120_000.5, 13, { uncountedCurrencies: ['USD'] })).reasons).toEqual([
      'Not A: spend of CNY 120,000.50 in 12 months is below CNY 500,000.00',
      'Not A: growth potential unknown is not strategic or benchmark',
      'B: spend of CNY 120,000.50 in 12 months is at least CNY 100,000.00',
      'B: cooperation of 13 full months is at least 12',
      'Spend in USD is not counted, as the policy counts CNY',
    ]));
  it('says that the default takes everyone else', () =>
    expect(judgeTier(defaultTierPolicy, inputs(0, 0)).reasons.at(-1)).toBe(
      'C: the tier of everyone whom no rule places',
    ));
});
