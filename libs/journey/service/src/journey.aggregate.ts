import type { Aggregate } from '@tenure/event-store';
import { journeyCodec, type JourneyCommand, type JourneyEvent, type JourneyRejection } from '@tenure/journey-contract';
import { customerJourneys, type CustomerJourneys, type JourneyRules } from '@tenure/journey-core';
import type { Plain } from '@tenure/shared-contract';

export type JourneyAggregate = Aggregate<CustomerJourneys, Plain<JourneyCommand>, JourneyEvent, JourneyRejection>;

/** All journeys of one customer are one stream. */
export const journeysUnder = (rules: JourneyRules): JourneyAggregate => ({
  category: 'journeys',
  decider: customerJourneys(rules),
  codec: journeyCodec,
  idOf: ({ customerId }) => customerId,
  customerIdOf: ({ data }) => data.customerId,
  starts: [],
});
