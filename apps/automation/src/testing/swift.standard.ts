/** Every clock of every case within so many minutes by the wall clock, with the escalation of that name. */
export const swiftStandard = (withinMinutes: number, escalationId = 'escalation', changes: object = {}): object => ({
  tiers: ['A', 'C'].map((tier) => ({ tier, servedBy: { zh: '客服', en: 'Service' }, content: [] })),
  defaultTier: 'C',
  targets: CLOCKS.map((clock) => ({
    targetId: `swift-${clock}`,
    clock,
    when: {},
    withinMinutes,
    calendarId: 'calendar-24x7',
    pausedWhile: ['waiting-on-customer'],
    remindAtPercent: [50],
    escalationId,
  })),
  noTarget: [],
  midCase: { tierChanged: 'retarget', urgencyChanged: 'retarget', standardPublished: 'retarget' },
  ...changes,
});

const CLOCKS = ['acceptance', 'first-response', 'resolution', 'feedback', 'follow-up', 'internal-help'] as const;
