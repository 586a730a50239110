import type {
  CalendarContent,
  ClockKind,
  HolidaysContent,
  ServiceStandardContent,
  ServiceTarget,
  TargetCondition,
  TierContent,
} from '@tenure/policy-contract';

export const text = { zh: '文本', en: 'Text' };

export const tierContent: TierContent = {
  currency: 'CNY',
  spendWindow: { unit: 'months', length: 12 },
  tiers: [
    { tier: 'A', anyOf: [{ allOf: [{ fact: 'spendMinor', atLeast: 500 }] }] },
    { tier: 'B', anyOf: [{ allOf: [{ fact: 'cooperationMonths', atLeast: 12 }] }] },
  ],
  defaultTier: 'C',
};

export const target = (targetId: string, clock: ClockKind, when: TargetCondition): ServiceTarget => ({
  targetId,
  clock,
  when,
  withinMinutes: 60,
  calendarId: 'calendar-24x7',
  pausedWhile: [],
  remindAtPercent: [50, 80],
});

const everyCaseType = ['inquiry', 'complaint', 'service'] as const;

/** Covers first response and resolution; all other clocks are left out. */
export const standardContent: ServiceStandardContent = {
  tiers: ['A', 'B'].map((tier) => ({ tier, servedBy: text, content: [] })),
  defaultTier: 'B',
  targets: [
    target('first-a-urgent', 'first-response', { tiers: ['A'], urgencies: ['urgent'] }),
    target('first-a-normal', 'first-response', { tiers: ['A'], urgencies: ['normal'] }),
    target('first-b', 'first-response', { tiers: ['B'] }),
    target('resolution', 'resolution', { caseTypes: ['complaint'] }),
  ],
  noTarget: [
    { clock: 'resolution', caseTypes: ['inquiry', 'service'] },
    { clock: 'acceptance', caseTypes: everyCaseType },
    { clock: 'feedback', caseTypes: everyCaseType },
    { clock: 'follow-up', caseTypes: everyCaseType },
    { clock: 'internal-help', caseTypes: everyCaseType },
  ],
  midCase: { tierChanged: 'retarget', urgencyChanged: 'retarget', standardPublished: 'keep' },
};

export const calendarContent: CalendarContent = {
  timeZone: 'Asia/Shanghai',
  week: {
    monday: [
      ['09:00', '12:00'],
      ['13:00', '18:00'],
    ],
    tuesday: [],
    wednesday: [],
    thursday: [],
    friday: [],
    saturday: [],
    sunday: [],
  },
  exceptions: [],
};

export const holidaysContent: HolidaysContent = {
  region: 'CN',
  years: [
    {
      year: 2023,
      days: [
        { day: '2022-12-31', name: '元旦', isOffDay: true },
        { day: '2023-01-28', name: '春节', isOffDay: false },
      ],
    },
    { year: 2024, days: [] },
  ],
};
