import type { Text } from '@tenure/shared-contract';
import { amountMinor, currency, id, list, oneOf, percent, record, text, timeZone } from './schema.parts';

/** What is given without asking for one reason. */
export interface StandardCompensation {
  readonly reason: string;
  readonly label: Text;
  readonly amountMinor: number;
  readonly gift?: Text;
}

/** Front-line authority (R13). */
export interface RemedyContent {
  /** ISO 4217; of all amounts here. */
  readonly currency: string;
  readonly standard: readonly StandardCompensation[];
  /** What the front line may do without asking anyone. */
  readonly withoutApproval: readonly Text[];
  /** On top of the standard compensation, at one's own discretion and out of one's budget. */
  readonly discretionPercent: number;
  /** Of each person, for discretion in each period. */
  readonly budget: {
    readonly amountMinor: number;
    readonly period: 'month' | 'quarter';
    readonly timeZone: string;
  };
  /** Ids of the persons who may approve what goes beyond. */
  readonly approvers: readonly string[];
}

export const remedySchema = record({
  currency,
  standard: list(record({ reason: id, label: text, amountMinor, gift: text }, ['gift'])),
  withoutApproval: list(text, 0),
  discretionPercent: percent,
  budget: record({ amountMinor, period: oneOf(['month', 'quarter']), timeZone }),
  approvers: list(id),
});
