import type { Aggregate } from '@tenure/event-store';
import {
  lifecycleCodec,
  type LifecycleCommand,
  type LifecycleEvent,
  type LifecycleRejection,
} from '@tenure/lifecycle-contract';
import { lifecycle, type RecordedLifecycle } from '@tenure/lifecycle-core';
import type { Plain } from '@tenure/shared-contract';

export type LifecycleAggregate = Aggregate<
  RecordedLifecycle,
  Plain<LifecycleCommand>,
  LifecycleEvent,
  LifecycleRejection
>;

/** A customer's verdicts are counted, and alone in their stream: what comes before those of a command is known. */
export const lifecycleAggregate: LifecycleAggregate = {
  category: 'lifecycle',
  decider: lifecycle,
  codec: lifecycleCodec,
  idOf: ({ customerId }) => customerId,
  customerIdOf: ({ data }) => data.customerId,
  starts: ['RecordLifecycle'],
  expected: ({ firstNumber }) =>
    firstNumber > 1 ? { state: { verdicts: firstNumber - 1 }, revision: BigInt(firstNumber) - 2n } : undefined,
};
