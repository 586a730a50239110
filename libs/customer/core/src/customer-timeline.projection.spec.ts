import { projected, recordAll } from '@tenure/kernel/testing';
import { customerTimeline } from './customer-timeline.projection';
import { summaryOf } from './timeline.summary';
import { day, history } from './testing/customer.history';

describe('customer timeline', () => {
  it('has one row for every event that names a customer', () => {
    expect(projected(customerTimeline, recordAll(history.slice(0, 1), { customerId: 'k-1' }))).toEqual([
      {
        position: 0n,
        customerId: 'k-1',
        stream: 'test-1',
        revision: 0n,
        type: 'CustomerRegistered',
        occurredAt: '2024-05-01T09:00:00.000Z',
        recordedAt: '2024-05-01T09:30:00.000Z',
        actor: 'anna',
        source: 'test',
        summary: 'Registered (partner)',
      },
    ]);
    expect(projected(customerTimeline, recordAll(history))).toEqual([]);
  });

  it('leaves aside how clocks ran and who was told, but not what became overdue', () => {
    const clocks = ['ClockStarted', 'ClockReminded', 'ClockBreached', 'ClockMet'];
    const types = [...clocks, 'NoticeIssued', 'JourneyEntryRefused', 'JourneyStepPutOff', 'SurveyAnswered'];
    const data = { caseId: 'c-1', kind: 'resolution', dueAt: day(3) };
    const events = recordAll(
      types.map((type) => ({ type, data })),
      { customerId: 'k-1' },
    );
    expect(projected(customerTimeline, events).map(({ summary }) => summary)).toEqual([
      `Case c-1: resolution overdue since ${day(3)}`,
      'Survey answered',
    ]);
  });

  it('says in words what is done for the customer', () => {
    const amount = { amountMinor: 5_500, currency: 'CNY' };
    const told: [type: string, data: object, words: string][] = [
      [
        'RemedyGranted',
        { amount, reason: 'late-delivery', personId: 'anna' },
        'Remedy of CNY 55.00 for late-delivery by anna',
      ],
      [
        'ServiceRecorded',
        { serviceType: 'inquiry', servedBy: 'bo', responsible: 'li' },
        'Service (inquiry) by bo, answered for by li',
      ],
      ['ContactMissed', { kind: 'visit', dueBy: day(1) }, `Planned visit missed: it was due by ${day(1)}`],
      [
        'StageEntered',
        { from: 'maintenance', stage: 'churn-warning', reason: { zh: '久未下单', en: 'No order for 95 days' } },
        'Stage maintenance to churn-warning: No order for 95 days',
      ],
      ['MilestoneReached', { milestoneId: 'second-order', times: 1 }, 'Milestone second-order reached'],
      [
        'RiskBandEntered',
        {
          from: 'low',
          band: 'high',
          score: 72.4,
          explanation: { contributions: [{ of: 'recency', title: { zh: '久未下单', en: 'No order' }, amount: 30 }] },
        },
        'Risk low to high (72 of 100): No order',
      ],
      [
        'JourneyStepTaken',
        { journeyId: 'j', stepId: 's', action: { kind: 'message', purpose: 'service', subject: { en: 'Dear Lin' } } },
        'Journey j, step s: service message',
      ],
      [
        'VoucherIssued',
        { voucherId: 'v-1', value: { percent: 10 }, code: 'secret', by: 'anna', validUntil: day(9) },
        `Voucher v-1 over 10% issued by anna, valid until ${day(9)}`,
      ],
      ['VoucherRedeemed', { voucherId: 'v-1', worth: amount, purchaseId: 'o-1' }, 'Voucher v-1 took CNY 55.00 off o-1'],
      ['RenewalIntentionStated', { intention: 'unlikely', by: 'li' }, 'Renewal unlikely, says li'],
      [
        'ContractEnded',
        { contractId: 'c', endedOn: '2026-12-31', reason: 'cost' },
        'Contract c ends on 2026-12-31: cost',
      ],
      ['ContactPlanned', { kind: 'call', period: '2026-11' }, 'Planned call in 2026-11'],
    ];
    for (const [type, data, words] of told) expect(summaryOf({ type, data })).toBe(words);
  });

  it('says in words what happened', () =>
    expect(history.map(summaryOf)).toEqual([
      'Registered (partner)',
      'Bought for GBP 10.00 (1, 1 line)',
      'Tier C: C: too little',
      'Bought for EUR 5.00 (2, 2 lines)',
      'Returned for GBP 3.00 (C1, 1 line)',
      'Purchase 2 of EUR 5.00 cancelled: Out of stock',
      'Profile changed (service): kind, country',
      'Contact p-1 set: purchasing-lead',
      'Contact p-1 removed',
      'Contact by visit, left open: Slow answers',
      'Open contact settled by anna',
      'Complaint by phone, received by anna: Late delivery',
      'Complaint offered by anna to bo',
      'Complaint accepted by bo from anna',
      'First answer to the complaint by bo',
      'Complaint resolved by bo: Voucher',
      'Complaint closed by bo, disputed by the customer',
      'Complaint reopened by bo: Late again',
      'Tier C to B: B: enough',
      `Tier set to A by anna until ${day(25)}: Reference`,
      'Tier override expired: A to B',
      'Complaint linked by bo as a duplicate of c-0',
      'Consent to marketing by email given, noted by anna',
      'Merged into k-0 by anna: The same company',
      'Merge into k-0 undone by anna: A sister company',
    ]));
  it('holds no personal data', () => expect(history.map(summaryOf).join()).not.toMatch(/Lin/));
  it('has words for events of domains that it does not know', () =>
    expect(summaryOf({ type: 'SurveyAnswered', data: {} })).toBe('Survey answered'));
});
