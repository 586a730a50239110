import type { Aggregate } from '@tenure/event-store';
import { remedyCodec, type RemedyCommand, type RemedyEvent, type RemedyRejection } from '@tenure/remedy-contract';
import { remedies, type Remedies, type RemedyPolicy } from '@tenure/remedy-core';
import type { Plain } from '@tenure/shared-contract';

export type RemediesAggregate = Aggregate<Remedies, Plain<RemedyCommand>, RemedyEvent, RemedyRejection>;

/** One stream per person, so that what they spend of their budget is decided one by one. */
export const remediesUnder = (policy: RemedyPolicy | undefined): RemediesAggregate => ({
  category: 'remedies',
  decider: remedies(policy),
  codec: remedyCodec,
  idOf: ({ personId }) => personId,
  customerIdOf: ({ data }) => data.customerId,
  starts: [],
});
