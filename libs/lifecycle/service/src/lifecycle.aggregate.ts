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

export const lifecycleAggregate: LifecycleAggregate = {
  category: 'lifecycle',
  decider: lifecycle,
  codec: lifecycleCodec,
  idOf: ({ customerId }) => customerId,
  customerIdOf: ({ data }) => data.customerId,
  starts: [],
};

/** For a customer's first verdicts: tried on an empty stream first, which spares a read. */
export const firstLifecycleAggregate: LifecycleAggregate = { ...lifecycleAggregate, starts: ['RecordLifecycle'] };
