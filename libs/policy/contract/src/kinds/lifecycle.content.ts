import type { Condition } from '@tenure/behaviour-contract';
import { LIFECYCLE_STAGES, type LifecycleStage, type Text } from '@tenure/shared-contract';
import { condition } from './condition.schema';
import { id, list, oneOf, record, text, whole } from './schema.parts';

/** Where a customer is before the first stage. */
export const NO_STAGE = 'none';

/** Says when a customer goes from one stage to another. */
export interface StageRule {
  readonly ruleId: string;
  readonly from: readonly (LifecycleStage | typeof NO_STAGE)[];
  readonly to: LifecycleStage;
  readonly when: Condition;
  /** Why, in words: placeholders such as `{daysSinceLastOrder}` stand for the facts that it was judged by. */
  readonly reason: Text;
  /** Lets the stage be left before its minimum stay is over. */
  readonly despiteMinimumStay?: boolean;
}

/** Something worth telling when it comes true of a customer: once, or each time anew. */
export interface Milestone {
  readonly milestoneId: string;
  readonly title: Text;
  readonly when: Condition;
  readonly repeats: 'once' | 'each-time';
}

export const FACT_DATES = ['renewal', 'registration-anniversary', 'first-order-anniversary'] as const;
export type FactDate = (typeof FACT_DATES)[number];

/** A day of a customer's own, or some days ahead of it. */
export interface DateReminder {
  readonly dateId: string;
  readonly title: Text;
  readonly of: FactDate;
  readonly daysBefore: number;
}

/** Stages of customers (R15): of the rules that start from where a customer is, the first that holds is followed. */
export interface LifecycleContent {
  readonly rules: readonly StageRule[];
  readonly minimumStay: readonly { readonly stage: LifecycleStage; readonly days: number }[];
  readonly milestones: readonly Milestone[];
  readonly dates: readonly DateReminder[];
}

const rule = record(
  {
    ruleId: id,
    from: list(oneOf([NO_STAGE, ...LIFECYCLE_STAGES]), 1, 6),
    to: oneOf(LIFECYCLE_STAGES),
    when: condition,
    reason: text,
    despiteMinimumStay: { type: 'boolean' },
  },
  ['despiteMinimumStay'],
);

const milestone = record({ milestoneId: id, title: text, when: condition, repeats: oneOf(['once', 'each-time']) });

const date = record({ dateId: id, title: text, of: oneOf(FACT_DATES), daysBefore: whole(0, 366) });

export const lifecycleSchema = record({
  rules: list(rule, 1, 100),
  minimumStay: list(record({ stage: oneOf(LIFECYCLE_STAGES), days: whole(1, 3_660) }), 0, 5),
  milestones: list(milestone, 0, 100),
  dates: list(date, 0, 50),
});
