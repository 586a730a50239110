import type { CaseClockEvent } from '@tenure/service-standard-contract';
import { clockWords } from './clock-history.words';
import { durationText } from './duration.text';

const cause = { kind: 'opened' } as const;
const ofClock = { caseId: 'c-1', customerId: 'k-1', clockId: 'resolution', cause } as const;
const at = '2024-03-04T01:00:00Z';
const target = { timeZone: 'UTC', targetSeconds: 5400, pausedWhile: [], remindAtPercent: [] } as const;
const announced = { ...ofClock, kind: 'resolution', owner: 'anna', dueAt: at, notify: [], channels: [] } as const;
const basis = {
  caseType: 'complaint',
  urgency: 'urgent',
  complexity: 'complex',
  owner: 'anna',
  serviceStandard: 'service-standard',
  round: 2,
  tier: 'A',
  held: { reason: 'agreed-pause', since: at },
} as const;

const events: readonly (readonly [CaseClockEvent, string, string])[] = [
  [
    {
      type: 'ClockRetargeted',
      data: {
        ...ofClock,
        target: { ...target, agreedDueAt: at },
        elapsedSeconds: 61,
        provisional: false,
        retargetedAt: at,
        breachVoided: true,
      },
    },
    '时限改为 1 小时 30 分（约定日期），已用 1 分 1 秒；此前的超时不成立',
    'Now within 1 h 30 min (agreed date), 1 min 1 s used; the breach before does not stand',
  ],
  [
    { type: 'ClockReminded', data: { ...announced, percent: 80, remindedAt: at, alarm: true } },
    '已用时限的 80%',
    '80 % of the time used',
  ],
  [
    { type: 'ClockBreached', data: { ...announced, breachedAt: at, alarm: false } },
    '超时；历史，未提醒',
    'Breached; history, nobody was alarmed',
  ],
  [
    {
      type: 'ClockMet',
      data: { ...ofClock, owner: 'anna', elapsedSeconds: 7200, late: true, provisional: false, metAt: at },
    },
    '超时完成，用时 2 小时',
    'Met late, after 2 h',
  ],
  [
    { type: 'ClockCancelled', data: { ...ofClock, reason: 'duplicate', elapsedSeconds: 0, cancelledAt: at } },
    '取消：重复工单',
    'Cancelled: the case is a duplicate',
  ],
  [
    {
      type: 'ClockBasisChanged',
      data: { caseId: 'c-1', customerId: 'k-1', cause, clockIds: ['resolution'], basis, changedAt: at },
    },
    '依据：客户等级 A，紧急，复杂，负责人 anna；等待中：约定暂停；第 2 次办理',
    'Goes by: tier A, Urgent, Complex, owner anna; held: agreed pause; opened 2 times',
  ],
];

describe('what happens to a clock, in words', () => {
  it.each(events.map(([event, zh, en]) => [en, event, zh] as const))('%s', (en, event, zh) =>
    expect(clockWords(event)).toEqual({ zh, en }),
  );

  it('has times in hours, minutes and seconds, as many as it takes', () => {
    expect([0, 59, 60, 3600, 97_261].map((seconds) => durationText(seconds).en)).toEqual([
      '0 s',
      '59 s',
      '1 min',
      '1 h',
      '27 h 1 min 1 s',
    ]);
  });
});
