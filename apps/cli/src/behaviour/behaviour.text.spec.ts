import { behaviourLines } from './behaviour.text';

describe('behaviour in the terminal', () => {
  const windows = [
    { of: 'logins', in7Days: 1, in30Days: 12, in180Days: 30 },
    { of: 'meanRating', in180Days: 4.5 },
  ];

  it('shows windows side by side, contracts, and the facts that are no windows', () =>
    expect(
      behaviourLines({
        facts: { logins7: 1, spend180Minor: 5, daysSinceLastLogin: 2, contractual: true, tier: 'A' },
        windows,
        contracts: [{ contractId: 'c-1', startsOn: '2024-01-01', renewsOn: '2025-01-01' }],
      }),
    ).toEqual([
      'WHAT        7 DAYS  30 DAYS  180 DAYS',
      'logins           1       12        30',
      'meanRating       –        –       4.5',
      '',
      'CONTRACT  STARTS      RENEWAL     ENDS',
      'c-1       2024-01-01  2025-01-01  –',
      '',
      'FACT                VALUE',
      'daysSinceLastLogin  2',
      'contractual         true',
      'tier                A',
    ]));
  it('says nothing of contracts where there are none', () =>
    expect(behaviourLines({ facts: {}, windows, contracts: [] })).toHaveLength(5));
});
