import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { PublishTierPolicy } from './tier-policy.commands';

const spend = { fact: 'spendMinor', atLeast: 100 };
const ruled = (criterion: unknown) => [{ tier: 'A', anyOf: [{ allOf: [spend] }, { allOf: [spend, criterion] }] }];
const valid = {
  policyId: 'p',
  version: 1,
  effectiveFrom: '2011-01-01T00:00:00Z',
  currency: 'CNY',
  spendWindow: { unit: 'months', length: 12 },
  tiers: ruled({ fact: 'growthPotential', oneOf: ['strategic'] }),
  defaultTier: 'C',
  occurredAt: '2011-01-01T00:00:00Z',
};
const flawsOf = (fields: object) => validateSync(plainToInstance(PublishTierPolicy, { ...valid, ...fields }));

describe('PublishTierPolicy', () => {
  it('takes a policy', () => expect(flawsOf({})).toEqual([]));
  it.each([
    ['tiers must be a list of 1 to 50', []],
    ['tiers[0] must be an object', ['A']],
    ['tiers[0].tier must be 1 to 50 letters, digits or . _ -', [{ tier: '', anyOf: [] }]],
    ['tiers[0].anyOf must be a list of 1 to 50', [{ tier: 'A', anyOf: [] }]],
    ['tiers[0].anyOf[0].allOf must be a list of 1 to 50', [{ tier: 'A', anyOf: [{ allOf: [] }] }]],
    [
      'tiers[0].anyOf[1].allOf[1].fact must be one of spendMinor, cooperationMonths, growthPotential',
      ruled({ fact: 'mood', atLeast: 1 }),
    ],
    ['tiers[0].anyOf[1].allOf[1].atLeast must be an integer of 0 or more', ruled({ ...spend, atLeast: '100' })],
    ['tiers[0].anyOf[1].allOf[1].below must be an integer of 0 or more', ruled({ ...spend, below: -1 })],
    ['tiers[0].anyOf[1].allOf[1] must have atLeast or below', ruled({ fact: 'spendMinor' })],
    ['tiers[0].anyOf[1].allOf[1] takes atLeast or below, not oneOf', ruled({ ...spend, oneOf: ['strategic'] })],
    ['tiers[0].anyOf[1].allOf[1] takes oneOf, not atLeast or below', ruled({ fact: 'growthPotential', below: 1 })],
    [
      'tiers[0].anyOf[1].allOf[1].oneOf must be a list of normal, strategic, benchmark',
      ruled({ fact: 'growthPotential', oneOf: ['high'] }),
    ],
    ['tiers[0].anyOf[1].allOf[1].weight is not a field of a criterion', ruled({ ...spend, weight: 2 })],
  ])('says: %s', (message, tiers) =>
    expect(flawsOf({ tiers }).flatMap(({ constraints }) => Object.values(constraints ?? {}))).toEqual([message]),
  );
  it.each([
    ['spendWindow', { spendWindow: { unit: 'years', length: 1 } }],
    ['spendWindow', { spendWindow: undefined }],
    ['effectiveFrom', { effectiveFrom: '2011-01-01' }],
    ['currency', { currency: 'XYZW' }],
  ])('names %s when it is wrong', (property, fields) =>
    expect(flawsOf(fields).map((flaw) => flaw.property)).toEqual([property]),
  );
});
