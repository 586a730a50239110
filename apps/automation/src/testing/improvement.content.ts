import type { ImprovementContent } from '@tenure/policy-contract';

/** The owner is told at once of progress that is a day late; what helped is measured again a day later. */
export const IMPROVEMENT_WITHIN_DAYS: ImprovementContent = {
  timeZone: 'Asia/Shanghai',
  detection: {
    groups: ['theme'],
    windowDays: 14,
    baselineDays: 182,
    against: 'time',
    leastCases: 5,
    leastRisePercent: 50,
    falseAlarmsPerYear: 2,
  },
  priority: {
    windowDays: 90,
    tierWeights: [],
    highImpact: { weightedCustomers: 20, cases: 20 },
    hardFromPersonDays: 10,
  },
  measures: { progressEveryDays: 1, overdue: [{ afterDays: 0, notify: ['owner'], channels: ['email'] }] },
  verification: { confidencePercent: 95, regression: { everyDays: 1, times: 1 } },
};
