import { cohortsUpTo } from './cohort.retention';

describe('cohorts', () => {
  it('are followed from their month to the last one', () =>
    expect(
      cohortsUpTo('2024-02', {
        sizes: [
          { cohort: '2023-12', customers: 8 },
          { cohort: '2024-02', customers: 1 },
        ],
        ordering: [
          { cohort: '2023-12', month: '2023-12', count: 8 },
          { cohort: '2023-12', month: '2024-02', count: 1 },
        ],
        lost: [
          { cohort: '2023-12', month: '2024-01', count: 3 },
          { cohort: '2023-12', month: '2024-02', count: -1 },
        ],
      }),
    ).toEqual([
      {
        cohort: '2023-12',
        customers: 8,
        months: [
          { month: '2023-12', age: 0, kept: 8, keptPercent: 100, ordering: 8, orderingPercent: 100 },
          { month: '2024-01', age: 1, kept: 5, keptPercent: 62.5, ordering: 0, orderingPercent: 0 },
          { month: '2024-02', age: 2, kept: 6, keptPercent: 75, ordering: 1, orderingPercent: 12.5 },
        ],
      },
      {
        cohort: '2024-02',
        customers: 1,
        months: [{ month: '2024-02', age: 0, kept: 1, keptPercent: 100, ordering: 0, orderingPercent: 0 }],
      },
    ]));
});
