import type {
  CalendarContent,
  MessagingContent,
  PolicyContents,
  PolicyKind,
  PublishedPolicy,
} from '@tenure/policy-contract';
import { isCapped, messagingRules, nextOpen } from './messaging.rules';

const published = <Kind extends PolicyKind>(
  kind: Kind,
  policyId: string,
  version: number,
  effectiveFrom: string,
  content: PolicyContents[Kind],
) =>
  ({
    ...{ kind, policyId, version, effectiveFrom, content, title: { zh: '', en: '' } },
    ...{ by: 'anna', publishedAt: effectiveFrom },
  }) as PublishedPolicy;

const open: CalendarContent['week'] = {
  monday: [['09:00', '18:00']],
  tuesday: [['09:00', '18:00']],
  wednesday: [['09:00', '18:00']],
  thursday: [['09:00', '18:00']],
  friday: [['09:00', '18:00']],
  saturday: [],
  sunday: [],
};
const calendar: CalendarContent = {
  timeZone: 'Asia/Shanghai',
  week: open,
  holidaysId: 'holidays-CN',
  makeUpDays: [['10:00', '12:00']],
  exceptions: [],
};
const years = (name: string, ...days: [string, boolean][]) => ({
  region: 'CN',
  years: [{ year: 2026, days: days.map(([day, isOffDay]) => ({ day, name, isOffDay })) }],
});
const messaging = (hoursCalendarId: string, most = 2): MessagingContent => ({
  hoursCalendarId,
  caps: [{ purpose: 'marketing', most, perDays: 7 }],
});
const policies = [
  published('messaging', 'messaging', 2, '2026-11-01T00:00:00Z', messaging('always')),
  published('messaging', 'messaging', 1, '2026-01-01T00:00:00Z', messaging('hours')),
  published('messaging', 'of-nobody', 1, '2020-01-01T00:00:00Z', messaging('always')),
  published('calendar', 'hours', 1, '2026-06-01T00:00:00Z', calendar),
  published('calendar', 'always', 1, '2020-01-01T00:00:00Z', { timeZone: 'UTC', week: 'always', exceptions: [] }),
  published('holidays', 'holidays-CN', 1, '2020-01-01T00:00:00Z', years('first')),
  published(
    'holidays',
    'holidays-CN',
    2,
    '2027-01-01T00:00:00Z',
    years('国庆节', ['2026-10-01', true], ['2026-10-10', false]),
  ),
];
const rulesAt = messagingRules(policies);
const openFrom = (at: string) => nextOpen(at, rulesAt(at));

describe('when customers are written to', () => {
  it.each([
    ['while open: at once', '2026-10-08T10:00:00.123+08:00', '2026-10-08T10:00:00.123+08:00'],
    ['from the first moment on', '2026-10-08T09:00:00+08:00', '2026-10-08T09:00:00+08:00'],
    ['no more at the last', '2026-10-08T18:00:00+08:00', '2026-10-09T01:00:00.000Z'],
    ['in the small hours: the same day', '2026-10-09T00:30:00.500+08:00', '2026-10-09T01:00:00.000Z'],
    ['over the weekend: on Monday', '2026-10-16T20:00:00+08:00', '2026-10-19T01:00:00.000Z'],
    ['not on a holiday that was published later', '2026-09-30T20:00:00+08:00', '2026-10-02T01:00:00.000Z'],
    ['on a Saturday that makes up for one, in its hours', '2026-10-10T08:00:00+08:00', '2026-10-10T02:00:00.000Z'],
    ['before the calendar’s first version by that one', '2026-02-07T12:00:00+08:00', '2026-02-09T01:00:00.000Z'],
    ['by the rules of the moment', '2026-11-07T03:00:00+08:00', '2026-11-07T03:00:00+08:00'],
  ])('%s', (_, at, expected) => expect(openFrom(at)).toBe(expected));
  it('at any time where no policy is in force, or its calendar is nowhere to be found', () => {
    expect(rulesAt('2025-12-31T00:00:00Z')).toBeUndefined();
    const night = '2026-10-08T03:00:00+08:00';
    const without = messagingRules(policies.filter(({ kind }) => kind === 'messaging'));
    expect(nextOpen(night, without(night))).toBe(night);
    expect(nextOpen(night, undefined)).toBe(night);
  });
});

describe('how often customers are written to', () => {
  const at = '2026-10-08T02:00:00Z';
  const rules = rulesAt(at);
  const sent = (...times: string[]) => times.map((time) => ({ purpose: 'marketing' as const, at: time }));
  it('is no more than the cap within its days', () => {
    expect(isCapped('marketing', at, rules, sent('2026-10-02T02:00:00Z'))).toBe(false);
    expect(isCapped('marketing', at, rules, sent('2026-10-02T02:00:00Z', '2026-10-07T02:00:00Z'))).toBe(true);
  });
  it('counts no message that is as many days ago', () => {
    expect(isCapped('marketing', at, rules, sent('2026-10-01T02:00:00Z', '2026-10-07T02:00:00Z'))).toBe(false);
    expect(isCapped('marketing', at, rules, sent('2026-10-01T02:00:00.001Z', '2026-10-07T02:00:00Z'))).toBe(true);
  });
  it('counts those of the purpose alone', () => {
    expect(isCapped('service', at, rules, sent(at, at, at))).toBe(false);
    expect(isCapped('marketing', at, rules, [...sent(at), { purpose: 'service', at }])).toBe(false);
  });
  it('is not limited where nothing is said', () =>
    expect(isCapped('marketing', at, undefined, sent(at, at))).toBe(false));
});
