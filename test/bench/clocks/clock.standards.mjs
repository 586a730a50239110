const CLOCKS = ['acceptance', 'first-response', 'resolution', 'feedback', 'follow-up', 'internal-help'];
const CASE_TYPES = ['inquiry', 'complaint', 'service'];

/** A standard that has these clocks alone, each within so many minutes around the clock. */
export const standardWith = (withinMinutes, clocks) => ({
  tiers: [{ tier: 'C', servedBy: { zh: '客服', en: 'Service' }, content: [] }],
  defaultTier: 'C',
  targets: clocks.map((clock) => ({
    targetId: clock,
    clock,
    when: {},
    withinMinutes,
    calendarId: 'calendar-24x7',
    pausedWhile: ['waiting-on-customer'],
    remindAtPercent: [50],
    escalationId: 'escalation',
  })),
  noTarget: CLOCKS.filter((clock) => !clocks.includes(clock)).map((clock) => ({ clock, caseTypes: CASE_TYPES })),
  midCase: { tierChanged: 'keep', urgencyChanged: 'retarget', standardPublished: 'keep' },
});
