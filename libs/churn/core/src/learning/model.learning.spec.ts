import fc from 'fast-check';
import type { BehaviourEvent } from '@tenure/behaviour-facts';
import type { Recorded } from '@tenure/kernel';
import { evaluate } from './model.evaluation';
import { labelledCustomers } from './labelled.customer';
import { addDays, snapshotsOf } from './learning.period';
import { ModelLearning } from './model.learning';
import { SnapshotBehaviours } from './snapshot.behaviours';
import { bought, agreed, customersOfTwoKinds, withdrawn } from './testing/bought.history';

const BUYERS = { fact: 'orders', atLeast: 1 } as const;
const period = { from: '2020-01-01', until: '2021-01-01', horizonDays: 60 };

const learnFrom = (events: readonly Recorded<BehaviourEvent>[], method: 'logistic' | 'mbg-nbd' = 'logistic') => {
  const learning = new ModelLearning(method, period, BUYERS);
  for (const event of events) learning.add(event);
  return learning.result();
};

describe('learning a model', () => {
  it('looks at customers a month apart, and no later than their outcome shows', () => {
    expect(snapshotsOf({ from: '2020-09-15', until: '2021-01-01', horizonDays: 60 })).toEqual([
      { day: '2020-11-02', outcomeBy: '2021-01-01' },
      { day: '2020-10-03', outcomeBy: '2020-12-02' },
    ]);
    expect(snapshotsOf({ from: '2020-12-01', until: '2021-01-01', horizonDays: 60 })).toEqual([]);
  });

  it.each(['logistic', 'mbg-nbd'] as const)('tells the lost from the others by %s', (method) => {
    const learned = learnFrom(customersOfTwoKinds(200, '2020-01-05', 420), method);
    if (!('model' in learned)) throw new Error(learned.refused);
    expect(learned.model.fitted).toMatchObject({ from: '2020-01-01', until: '2021-01-01' });
    const judged = judge(customersOfTwoKinds(200, '2020-01-05', 420), '2021-01-01');
    const { candidates } = evaluate(judged, {
      model: learned.model,
      horizonDays: 60,
      scorecard: undefined,
      earlier: judged,
    });
    expect(candidates[0]?.area?.area).toBeGreaterThan(0.9);
  });

  it('sees nothing of what happened on its last day or later', () => {
    const events = customersOfTwoKinds(60, '2020-01-05', 420);
    const before = events.filter(({ metadata }) => metadata.occurredAt < '2021-01-01');
    expect(learnFrom(events)).toEqual(learnFrom(before));
    expect(learnFrom(events, 'mbg-nbd')).toEqual(learnFrom(before, 'mbg-nbd'));
  });

  it('learns the same in whatever order things became known', () => {
    const events = customersOfTwoKinds(40, '2020-01-05', 420);
    expect(learnFrom([...events].reverse())).toEqual(learnFrom(events));
  });

  it('refuses where there is nothing to learn from', () => {
    expect(learnFrom([])).toEqual({ refused: 'churn-period-too-short' });
    expect(learnFrom([bought('k-1', '2020-12-24')])).toEqual({ refused: 'churn-period-too-short' });
    expect(learnFrom([bought('k-1', '2020-01-24')])).toEqual({ refused: 'churn-nothing-to-learn' });
    expect(learnFrom([bought('k-1', '2020-01-24')], 'mbg-nbd')).toEqual({ refused: 'churn-nothing-to-learn' });
  });

  function judge(events: readonly Recorded<BehaviourEvent>[], day: string) {
    const behaviours = new SnapshotBehaviours([day, addDays(day, 60)]);
    for (const event of events) behaviours.add(event);
    return labelledCustomers(behaviours, { day, outcomeBy: addDays(day, 60) }, 60, BUYERS);
  }
});

describe('who is lost', () => {
  const labelled = (events: readonly Recorded<BehaviourEvent>[]) => {
    const behaviours = new SnapshotBehaviours(['2020-03-01', '2020-04-30']);
    for (const event of events) behaviours.add(event);
    const snapshot = { day: '2020-03-01', outcomeBy: '2020-04-30' };
    return labelledCustomers(behaviours, snapshot, 60, BUYERS).map(({ lost }) => lost);
  };
  const first = bought('k-1', '2020-02-01');

  it('has no order from the day on to the end of the horizon', () => {
    expect(labelled([first])).toEqual([true]);
    expect(labelled([first, bought('k-1', '2020-03-01')])).toEqual([false]);
    expect(labelled([first, bought('k-1', '2020-04-29')])).toEqual([false]);
    expect(labelled([first, bought('k-1', '2020-04-30')])).toEqual([true]);
  });

  it('is not who has a contract in force', () =>
    expect(labelled([first, agreed('k-1', '2020-02-10')])).toEqual([false]));

  it('is who has called off what was ordered', () => {
    const later = bought('k-1', '2020-03-20');
    expect(labelled([first, later, withdrawn(later, '2020-03-21')])).toEqual([true]);
  });

  it('is nobody who was not known before, or has called off all', () => {
    expect(labelled([bought('k-1', '2020-03-01')])).toEqual([]);
    expect(labelled([first, withdrawn(first, '2020-02-02')])).toEqual([]);
  });
});

it('keeps a share of very many customers, the same one each time', () => {
  fc.assert(
    fc.property(fc.integer({ min: 50, max: 400 }), (customers) => {
      const behaviours = new SnapshotBehaviours(['2020-03-01'], 64);
      for (let index = 0; index < customers; index++) behaviours.add(bought(`k-${index}`, '2020-02-01'));
      const kept = [...behaviours.between('2020-03-01', '2020-03-01')].length;
      expect(kept).toBeLessThanOrEqual(64);
      if (customers <= 64) expect(behaviours.share).toBe(1);
      expect(kept / customers).toBeGreaterThan(behaviours.share / 2);
    }),
    { numRuns: 20 },
  );
});
