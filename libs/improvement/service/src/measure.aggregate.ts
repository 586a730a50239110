import type { Aggregate } from '@tenure/event-store';
import {
  measureCodec,
  type MeasureCommand,
  type MeasureEvent,
  type MeasureRejection,
} from '@tenure/improvement-contract';
import { measure, type Measure, type MeasureGround } from '@tenure/improvement-core';
import type { Plain } from '@tenure/shared-contract';

export type MeasureAggregate = Aggregate<Measure, Plain<MeasureCommand>, MeasureEvent, MeasureRejection>;

export const measureOn = (ground: MeasureGround): MeasureAggregate => ({
  category: 'measure',
  decider: measure(ground),
  codec: measureCodec,
  idOf: ({ measureId }) => measureId,
  customerIdOf: () => undefined,
  starts: ['PlanMeasure'],
});
