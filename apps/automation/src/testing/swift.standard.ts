interface Changes {
  readonly escalationId?: string;
  readonly calendarId?: string;
}

/** Every clock of every case within so many minutes, of tier A in half of that; around the clock unless changed. */
export const swiftStandard = (
  withinMinutes: number,
  { escalationId = 'escalation', calendarId = 'calendar-24x7' }: Changes = {},
): object => ({
  tiers: TIERS.map((tier) => ({ tier, servedBy: { zh: '客服', en: 'Service' }, content: [] })),
  defaultTier: 'C',
  targets: TIERS.flatMap((tier) =>
    CLOCKS.map((clock) => ({
      targetId: `swift-${clock}-${tier}`,
      clock,
      when: { tiers: [tier] },
      withinMinutes: tier === 'A' ? Math.ceil(withinMinutes / 2) : withinMinutes,
      calendarId,
      pausedWhile: ['waiting-on-customer'],
      remindAtPercent: [50],
      escalationId,
    })),
  ),
  noTarget: [],
  midCase: { tierChanged: 'retarget', urgencyChanged: 'retarget', standardPublished: 'retarget' },
});

const TIERS = ['A', 'C'] as const;
const CLOCKS = ['acceptance', 'first-response', 'resolution', 'feedback', 'follow-up', 'internal-help'] as const;
