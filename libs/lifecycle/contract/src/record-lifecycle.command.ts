import { IsArray, IsInt, Min } from 'class-validator';
import { Command, IdProperty } from '@tenure/shared-contract';
import type { LifecycleEvent } from './lifecycle.events';

/**
 * What was judged of a customer at one moment, `occurredAt`; sent by the platform itself, never from outside. A customer's
 * verdicts are counted through: what was recorded before changes nothing.
 */
export class RecordLifecycle extends Command {
  readonly type = 'RecordLifecycle';

  @IdProperty('The customer who was judged.')
  readonly customerId!: string;

  /** Of the first of these verdicts, counted from 1 through all that was ever judged of the customer. */
  @IsInt()
  @Min(1)
  readonly firstNumber!: number;

  @IsArray()
  readonly verdicts!: readonly LifecycleEvent[];
}

export type LifecycleCommand = RecordLifecycle;

/** Verdicts before these were never recorded. */
export type LifecycleRejection = 'lifecycle-verdicts-missing';
