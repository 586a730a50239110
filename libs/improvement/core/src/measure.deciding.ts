import type { MeasureCommand, MeasureEvent, MeasurePlanned, MeasureRejection } from '@tenure/improvement-contract';
import type { Decision } from '@tenure/kernel';
import type { Plain } from '@tenure/shared-contract';
import type { ImprovementPolicy } from './problem.deciding';
import type { Problem } from './problem.state';

export type PlainMeasureCommand = Plain<MeasureCommand>;
export type MeasureCommandOf<Type extends PlainMeasureCommand['type']> = Extract<PlainMeasureCommand, { type: Type }>;
export type MeasureDecision = Decision<MeasureEvent, MeasureRejection>;

/** What decisions on a measure rest on besides its own stream. */
export interface MeasureGround {
  /** The version in force when the command happens. */
  readonly policy: ImprovementPolicy | undefined;
  /** The problem as it is; of weight for planning alone. */
  readonly problem: Problem;
  /** SHA-256, hexadecimal. */
  readonly digestOf: (plan: MeasurePlanned) => string;
}
