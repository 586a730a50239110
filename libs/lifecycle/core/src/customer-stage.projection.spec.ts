import type { ChurnEvent } from '@tenure/churn-contract';
import type { Recorded } from '@tenure/kernel';
import type { StageEntered } from '@tenure/lifecycle-contract';
import type { TierEvent } from '@tenure/tier-contract';
import { customerStage, type CustomerStageRow } from './customer-stage.projection';
import type { ReviewEvent } from './lifecycle.review';
import { stageFlow, type StageFlowRow } from './stage-flow.projection';
import { recorded } from './testing/customer.history';

const policy = { policyId: 'lifecycle', version: 1 };
const enters = (stage: StageEntered['stage'], from: StageEntered['from'], enteredAt: string, number: number) =>
  recorded(
    {
      type: 'StageEntered',
      data: {
        customerId: 'k-1',
        policy,
        stage,
        from,
        ruleId: 'rule',
        inputs: { orders: 1 },
        reason: { zh: '因为', en: 'because' },
        cause: 'time',
        enteredAt,
      },
    },
    enteredAt,
    number,
  );
const of = <Event>(event: Recorded<ReviewEvent>): Event => event as unknown as Event;

const stages = [
  enters('activation', 'none', '2024-01-01T01:00:00+08:00', 1),
  enters('churn-warning', 'activation', '2024-03-01T00:00:00Z', 2),
  enters('churned', 'churn-warning', '2024-06-01T00:00:00Z', 3),
  enters('won-back', 'churned', '2024-06-20T00:00:00Z', 4),
  enters('churned', 'won-back', '2024-12-01T00:00:00Z', 5),
];

type Standing = Parameters<typeof customerStage.fold>[1];
const rowAfter = (events: readonly Standing[]): CustomerStageRow | undefined =>
  events.reduce<CustomerStageRow | undefined>((row, event) => customerStage.fold(row, event, 'k-1'), undefined);

describe('the stage of a customer', () => {
  it('is the one entered last, with all stays, the arrival and the first loss', () =>
    expect(rowAfter(stages.map((event) => of<Standing>(event)))).toMatchObject({
      stage: 'churned',
      since: '2024-12-01T00:00:00.000Z',
      arrivedAt: '2023-12-31T17:00:00.000Z',
      churnedAt: '2024-06-01T00:00:00.000Z',
      stays: [
        { stage: 'activation', enteredAt: '2023-12-31T17:00:00.000Z', policy, reason: { en: 'because' } },
        { stage: 'churn-warning' },
        { stage: 'churned' },
        { stage: 'won-back' },
        { stage: 'churned' },
      ],
      position: 5n,
    }));

  it('stands beside tier, risk, milestones and days', () => {
    const at = '2024-02-01T00:00:00.000Z';
    const events = [
      { type: 'TierAssigned', data: { customerId: 'k-1', tier: 'B', judgedAt: at } },
      { type: 'TierOverrideEnded', data: { customerId: 'k-1', from: 'B', endedAt: at } },
      { type: 'RiskBandEntered', data: { customerId: 'k-1', band: 'high', score: 71.5, scoredAt: at } },
      { type: 'MilestoneReached', data: { customerId: 'k-1', milestoneId: 'low-rating', times: 1, reachedAt: at } },
      { type: 'MilestoneReached', data: { customerId: 'k-1', milestoneId: 'low-rating', times: 2, reachedAt: at } },
      {
        type: 'CustomerDateDue',
        data: { customerId: 'k-1', dateId: 'renewal', of: 'renewal', day: '2024-03-01', dueAt: at },
      },
    ] as unknown as (TierEvent | ChurnEvent)[];
    const row = rowAfter(events.map((event) => of<Standing>(recorded(event as unknown as ReviewEvent, at))));
    expect(row).toMatchObject({
      stage: 'none',
      tier: null,
      tiers: [
        { is: 'B', since: at },
        { is: null, since: at },
      ],
      band: 'high',
      score: 71.5,
      bands: [{ is: 'high', since: at }],
      milestones: [{ milestoneId: 'low-rating', times: 2, reachedAt: at }],
      dates: [{ dateId: 'renewal', day: '2024-03-01' }],
    });
  });
});

describe('the flows between stages', () => {
  it('are counted by month in UTC', () => {
    const rows = new Map<string, StageFlowRow>();
    for (const event of [...stages, enters('churned', 'churn-warning', '2024-06-30T23:59:59Z', 6)]) {
      const entered = of<Parameters<typeof stageFlow.fold>[1]>(event);
      for (const key of stageFlow.keysOf(entered)) rows.set(key, stageFlow.fold(rows.get(key), entered, key));
    }
    expect([...rows.values()].map(({ month, from, to, customers }) => [month, from, to, customers])).toEqual([
      ['2023-12', 'none', 'activation', 1],
      ['2024-03', 'activation', 'churn-warning', 1],
      ['2024-06', 'churn-warning', 'churned', 2],
      ['2024-06', 'churned', 'won-back', 1],
      ['2024-12', 'won-back', 'churned', 1],
    ]);
  });
});
