import type { Aggregate } from '@tenure/event-store';
import type { Plain } from '@tenure/shared-contract';
import { tierCodec, type TierCommand, type TierEvent, type TierRejection } from '@tenure/tier-contract';
import { tier, type CustomerTier } from '@tenure/tier-core';

export const tierAggregate: Aggregate<CustomerTier, Plain<TierCommand>, TierEvent, TierRejection> = {
  category: 'tier',
  decider: tier,
  codec: tierCodec,
  idOf: ({ customerId }) => customerId,
  customerIdOf: ({ data }) => data.customerId,
  starts: ['JudgeTier'],
};
