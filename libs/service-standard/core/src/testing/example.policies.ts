import type { PolicyContents, PolicyKind, PublishedPolicy, ServiceTarget } from '@tenure/policy-contract';

/** Small policies with round numbers, so that a test's arithmetic can be done in the head. */

const published = <Kind extends PolicyKind>(
  kind: Kind,
  policyId: string,
  content: PolicyContents[Kind],
  version = 1,
  effectiveFrom = '2010-01-01T00:00:00Z',
): PublishedPolicy =>
  ({
    policyId,
    kind,
    version,
    effectiveFrom,
    title: { zh: policyId, en: policyId },
    content,
    by: 'test',
    publishedAt: effectiveFrom,
  }) as PublishedPolicy;

export const aroundTheClock = published('calendar', 'calendar-24x7', {
  timeZone: 'Asia/Shanghai',
  week: 'always',
  exceptions: [],
});

const day = [
  ['09:00', '12:00'],
  ['13:00', '18:00'],
] as const;

const workingWeek = {
  monday: day,
  tuesday: day,
  wednesday: day,
  thursday: day,
  friday: day,
  saturday: [],
  sunday: [],
};

/** Eight hours a day, in China. */
export const workingHours = published('calendar', 'calendar-working', {
  timeZone: 'Asia/Shanghai',
  week: workingWeek,
  holidaysId: 'holidays',
  makeUpDays: day,
  exceptions: [],
});

/** From June 2024 on, Saturdays too. */
export const longerWeek = published(
  'calendar',
  'calendar-working',
  {
    timeZone: 'Asia/Shanghai',
    week: { ...workingWeek, saturday: day },
    holidaysId: 'holidays',
    makeUpDays: day,
    exceptions: [],
  },
  2,
  '2024-06-01T00:00:00+08:00',
);

const holiday = (date: string, isOffDay: boolean) => ({ day: date, name: 'holiday', isOffDay });
const of2024 = { year: 2024, days: [holiday('2024-05-01', true), holiday('2024-05-11', false)] };

export const holidays = published('holidays', 'holidays', { region: 'CN', years: [of2024] });

/** With New Year and the day after it off. */
export const holidaysOf2025 = published(
  'holidays',
  'holidays',
  {
    region: 'CN',
    years: [of2024, { year: 2025, days: [holiday('2025-01-01', true), holiday('2025-01-02', true)] }],
  },
  2,
  '2024-12-31T00:00:00+08:00',
);

export const escalation = published('escalation', 'escalation', {
  reminder: { notify: ['owner'], channels: ['inbox'] },
  steps: [
    { afterMinutes: 0, notify: ['owner'], channels: ['inbox'] },
    { afterMinutes: 60, notify: ['person:lead'], channels: ['email'] },
  ],
});

const target = (targetId: string, clock: ServiceTarget['clock'], withinMinutes: number): ServiceTarget => ({
  targetId,
  clock,
  when: {},
  withinMinutes,
  calendarId: 'calendar-24x7',
  pausedWhile: [],
  remindAtPercent: [],
});

const chased = { remindAtPercent: [50, 75], escalationId: 'escalation' };

/**
 * First response within 2 hours, of urgent ones within 1, for tier A half of that. Resolution within 8 hours of work,
 * paused while waiting on the customer; of urgent ones within 4. Feedback within 24 hours, internal help too.
 */
export const targets: readonly ServiceTarget[] = [
  { ...target('accept', 'acceptance', 60), when: { caseTypes: ['complaint'] } },
  { ...target('respond', 'first-response', 120), when: { urgencies: ['normal'], tiers: ['B'] }, ...chased },
  { ...target('respond-urgent', 'first-response', 60), when: { urgencies: ['urgent'], tiers: ['B'] }, ...chased },
  { ...target('respond-A', 'first-response', 60), when: { urgencies: ['normal'], tiers: ['A'] }, ...chased },
  { ...target('respond-A-urgent', 'first-response', 30), when: { urgencies: ['urgent'], tiers: ['A'] }, ...chased },
  {
    ...target('resolve', 'resolution', 480),
    calendarId: 'calendar-working',
    pausedWhile: ['waiting-on-customer'],
    when: { urgencies: ['normal'] },
    ...chased,
  },
  { ...target('resolve-urgent', 'resolution', 240), when: { urgencies: ['urgent'] }, ...chased },
  target('feedback', 'feedback', 1440),
  target('follow-up', 'follow-up', 10_080),
  target('help', 'internal-help', 1440),
];

const content = {
  tiers: ['A', 'B'].map((tier) => ({ tier, servedBy: { zh: tier, en: tier }, content: [] })),
  defaultTier: 'B',
  targets,
  noTarget: [{ clock: 'acceptance', caseTypes: ['inquiry', 'service'] }],
  midCase: { tierChanged: 'keep', urgencyChanged: 'retarget', standardPublished: 'retarget' },
} as const;

export const standard = published('service-standard', 'service-standard', content);

/** Under it nothing that happens in the middle of a case counts. */
export const keepingStandard = published('service-standard', 'keeping', {
  ...content,
  midCase: { tierChanged: 'keep', urgencyChanged: 'keep', standardPublished: 'keep' },
});

/** Under it everything does. */
export const followingStandard = published('service-standard', 'following', {
  ...content,
  midCase: { tierChanged: 'retarget', urgencyChanged: 'retarget', standardPublished: 'retarget' },
});

/** From July 2024 on, first response within half the time. */
const stricterTargets = targets.map((one) => ({
  ...one,
  withinMinutes: one.clock === 'first-response' ? one.withinMinutes / 2 : one.withinMinutes,
}));

export const stricter = (policyId: string): PublishedPolicy =>
  published('service-standard', policyId, { ...content, targets: stricterTargets }, 2, '2024-07-01T00:00:00Z');

export const policies: readonly PublishedPolicy[] = [
  aroundTheClock,
  workingHours,
  holidays,
  escalation,
  standard,
  keepingStandard,
  followingStandard,
];

const announced = { publishedAt: '2024-04-30T00:00:00Z' };

/** What becomes of the policies in the weeks of the random histories. */
export const changes: readonly PublishedPolicy[] = [
  { ...stricter('following'), effectiveFrom: '2024-05-01T00:00:00Z', ...announced },
  { ...stricter('keeping'), effectiveFrom: '2024-05-01T00:00:00Z', ...announced },
  { ...stricter('service-standard'), effectiveFrom: '2024-05-01T00:00:00Z', publishedAt: '2024-05-06T00:00:00Z' },
  { ...longerWeek, effectiveFrom: '2024-05-04T00:00:00+08:00', ...announced },
];
