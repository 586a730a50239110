import type { SchemaObject } from 'ajv';
import { NOTICE_CHANNELS, type NoticeChannel, type NotifyWhom } from './escalation.content';
import { amountMinor, currency, list, oneOf, record, tier, timeZone, whole } from './schema.parts';

/** What complaints are counted by. */
export const DETECTION_GROUPS = ['theme', 'product', 'step'] as const;
export type DetectionGroup = (typeof DETECTION_GROUPS)[number];

/** When complaints have risen so much that chance doesn't explain it, and a problem is opened. */
export interface DetectionRule {
  readonly groups: readonly DetectionGroup[];
  /** The newest days, this one included, against as many days before them as `baselineDays` says. */
  readonly windowDays: number;
  readonly baselineDays: number;
  /** `time`: so many a day, as before. `all-complaints`: the same share of all complaints, where their number says nothing. */
  readonly against: 'time' | 'all-complaints';
  readonly leastCases: number;
  /** The least rise that anybody would act on, in percent of what the baseline lets expect. */
  readonly leastRisePercent: number;
  /** How many problems a year may be opened, all groups together, where there is nothing but chance. */
  readonly falseAlarmsPerYear: number;
}

/** Priority follows from impact and effort (R19). */
export interface PriorityRule {
  /** Customers affected within so many days count, each with the weight of their tier; 1 where it has none. */
  readonly windowDays: number;
  readonly tierWeights: readonly { readonly tier: string; readonly weight: number }[];
  /** High is an impact that reaches one of these. */
  readonly highImpact: {
    readonly weightedCustomers: number;
    readonly cases: number;
    readonly money?: { readonly amountMinor: number; readonly currency: string };
  };
  /** A solution that takes so many person days is hard. */
  readonly hardFromPersonDays: number;
}

export interface MeasureRules {
  /** Progress is reported once in so many days at least. */
  readonly progressEveryDays: number;
  /** Who is told that progress is not reported, or that the measure is overdue; `owner` is who committed to it. */
  readonly overdue: readonly {
    readonly afterDays: number;
    readonly notify: readonly NotifyWhom[];
    readonly channels: readonly NoticeChannel[];
  }[];
}

export interface VerificationRules {
  /** Of intervals and tests. */
  readonly confidencePercent: number;
  /** What was effective is measured again at the end of each of so many periods of so many days after its observation. */
  readonly regression: { readonly everyDays: number; readonly times: number };
}

/** The rules of the loop: what opens a problem, what comes first, who is told, and what counts as proof. */
export interface ImprovementContent {
  readonly timeZone: string;
  readonly detection: DetectionRule;
  readonly priority: PriorityRule;
  readonly measures: MeasureRules;
  readonly verification: VerificationRules;
}

const positive: SchemaObject = { type: 'number', exclusiveMinimum: 0, maximum: 1e9 };
const whom: SchemaObject = { type: 'string', format: 'notify-whom' };

const detection = record({
  groups: list(oneOf(DETECTION_GROUPS), 1, DETECTION_GROUPS.length),
  windowDays: whole(1, 366),
  baselineDays: whole(7, 3_660),
  against: oneOf(['time', 'all-complaints']),
  leastCases: whole(2, 1e6),
  leastRisePercent: whole(1, 10_000),
  falseAlarmsPerYear: { type: 'number', exclusiveMinimum: 0, maximum: 365 },
});

const priority = record({
  windowDays: whole(1, 3_660),
  tierWeights: list(record({ tier, weight: positive }), 0, 50),
  highImpact: record({ weightedCustomers: positive, cases: whole(1, 1e9), money: record({ amountMinor, currency }) }, [
    'money',
  ]),
  hardFromPersonDays: positive,
});

const measures = record({
  progressEveryDays: whole(1, 366),
  overdue: list(
    record({ afterDays: whole(0, 366), notify: list(whom, 1, 50), channels: list(oneOf(NOTICE_CHANNELS), 1, 10) }),
    0,
    20,
  ),
});

const verification = record({
  confidencePercent: { type: 'number', minimum: 50, maximum: 99.9 },
  regression: record({ everyDays: whole(1, 366), times: whole(0, 120) }),
});

export const improvementSchema = record({ timeZone, detection, priority, measures, verification });
