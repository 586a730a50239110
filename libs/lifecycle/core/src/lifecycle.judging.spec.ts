import * as fc from 'fast-check';
import type { LifecycleContent, StageRule } from '@tenure/policy-contract';
import { reviewDue } from './lifecycle.review';
import type { Reviewed } from './review.state';
import {
  agrees,
  history,
  moment,
  orders,
  policyOf,
  recorded,
  registers,
  shipped,
  shippedContent,
} from './testing/customer.history';
import { run, textOf } from './testing/review.run';

const END = moment(1_200);

const stagesOf = ({ verdicts }: Reviewed): readonly string[] =>
  verdicts.flatMap(({ event }) => (event.type === 'StageEntered' ? [event.data.stage] : []));

describe('judging a lifecycle', () => {
  it('judge a fact that comes late at the moment of what was judged last, and not at its own', () => {
    const [first, second] = [
      recorded(orders(moment(10), 1), moment(10), 1),
      recorded(orders(moment(5), 2), moment(5), 2),
    ];
    const { verdicts } = run([first, second]);
    expect(verdicts.map(textOf)).toEqual([
      `${moment(10)} activation by arrives`,
      `${moment(10)} first-order`,
      `${moment(10)} maintenance by settled-by-orders`,
      `${moment(10)} second-order`,
    ]);
  });

  it('judge what is told later at its own moment where time alone had brought nothing about', () => {
    const { review } = run([recorded(registers(moment(0), 1), moment(0), 1)]);
    const looked = reviewDue(review, moment(40), [shipped]).review;
    const { verdicts } = run([recorded(orders(moment(20), 2), moment(20), 2)], [shipped], looked);
    expect(verdicts.map(textOf)).toEqual([`${moment(20)} first-order`]);
  });

  it('say why, with the facts of that moment', () => {
    const { review } = run([recorded(registers(moment(0), 1), moment(0), 1)]);
    const [warned] = reviewDue(review, moment(100), [shipped]).verdicts;
    expect(warned?.event.data).toEqual({
      customerId: 'k-1',
      policy: { policyId: 'lifecycle', version: 1 },
      stage: 'churn-warning',
      from: 'activation',
      ruleId: 'never-started',
      inputs: { contractual: false, orders: 0, daysInStage: 60 },
      reason: { zh: '登记 60 天仍未下单。', en: 'Not one order 60 days after arriving.' },
      cause: 'time',
      enteredAt: moment(60),
    });
  });

  it('tell of a renewal ahead, and anew after it was renewed', () => {
    const { review } = run([recorded(agrees(moment(0), 1), moment(0), 1)]);
    const told = reviewDue(review, moment(90), [shipped]).verdicts.flatMap(({ event }) =>
      event.type === 'CustomerDateDue' ? [`${event.data.dateId} ${event.data.dueAt}`] : [],
    );
    expect(told).toEqual([`renewal-in-60-days ${moment(40)}`, `renewal-in-30-days ${moment(70)}`]);
  });

  describe('under another version', () => {
    const loyal: StageRule = {
      ruleId: 'loyal',
      from: ['activation', 'churn-warning'],
      to: 'maintenance',
      when: { fact: 'orders', atLeast: 1 },
      reason: { zh: '有订单', en: 'there are orders' },
    };
    const content: LifecycleContent = { ...shippedContent, rules: [loyal, ...shippedContent.rules] };
    const from = (days: number) => [shipped, policyOf(content, 2, moment(days))];
    const ordered = [recorded(orders(moment(0), 1), moment(0), 1)];

    it('judge from when it comes into force, once', () => {
      const { review } = run(ordered);
      const due = reviewDue(review, moment(30), from(20));
      expect(due.verdicts.map(({ at, event }) => [at, event.type, 'cause' in event.data && event.data.cause])).toEqual([
        [moment(20), 'StageEntered', 'policy'],
      ]);
      expect(reviewDue(due.review, moment(31), from(20)).verdicts).toEqual([]);
    });

    it('judge nothing before what was judged already', () => {
      const { review } = run(ordered);
      const due = reviewDue(review, moment(30), from(-100));
      expect(due.verdicts.map(({ at }) => at)).toEqual([moment(0)]);
    });

    it('come to the same whether it is known before it comes into force or not', () => {
      fc.assert(
        fc.property(history, fc.nat(700), (events, days) => {
          const until = events.findIndex(({ metadata }) => metadata.occurredAt >= moment(days));
          const before = until < 0 ? events : events.slice(0, until);
          const known = run(before, from(days));
          const unknown = run(before);
          expect(reviewDue(unknown.review, END, from(days)).verdicts.map(textOf)).toEqual(
            reviewDue(known.review, END, from(days)).verdicts.map(textOf),
          );
        }),
        { numRuns: 60 },
      );
    });
  });

  it('end, and enter no stage twice at one moment, where rules lead round', () => {
    const round = (ruleId: string, from: StageRule['from'], to: StageRule['to']): StageRule => ({
      ruleId,
      from,
      to,
      when: { fact: 'orders', atLeast: 1 },
      reason: { zh: '绕', en: 'round' },
    });
    const rules = [
      round('a', ['none', 'won-back'], 'activation'),
      round('b', ['activation'], 'maintenance'),
      round('c', ['maintenance'], 'won-back'),
    ];
    const policy = policyOf({ rules, minimumStay: [], milestones: [], dates: [] });
    const first = run([recorded(orders(moment(0), 1), moment(0), 1)], [policy]);
    expect(stagesOf(first)).toEqual(['activation', 'maintenance', 'won-back']);
    const late = run([recorded(orders(moment(-1), 2), moment(-1), 2)], [policy], first.review);
    expect(stagesOf(late)).toEqual([]);
    expect(reviewDue(first.review, END, [policy]).verdicts).toEqual([]);
  });

  it('wait for a policy', () => {
    const later = policyOf(shippedContent, 1, moment(3));
    const { review, verdicts } = run([recorded(orders(moment(0), 1), moment(0), 1)], [later]);
    expect(verdicts).toEqual([]);
    expect(reviewDue(review, moment(4), [later]).verdicts.map(({ at }) => at)).toEqual([moment(3), moment(3)]);
  });
});
