import type { Aggregate } from '@tenure/event-store';
import type { Plain } from '@tenure/shared-contract';
import {
  tierCodec,
  tierPolicyCodec,
  type TierCommand,
  type TierEvent,
  type TierPolicyCommand,
  type TierPolicyEvent,
  type TierPolicyRejection,
  type TierRejection,
} from '@tenure/tier-contract';
import { tier, tierPolicy, type CustomerTier, type PublishedPolicy } from '@tenure/tier-core';

export const tierAggregate: Aggregate<CustomerTier, Plain<TierCommand>, TierEvent, TierRejection> = {
  category: 'tier',
  decider: tier,
  codec: tierCodec,
  idOf: ({ customerId }) => customerId,
  customerIdOf: ({ data }) => data.customerId,
  starts: ['JudgeTier'],
};

export const tierPolicyAggregate: Aggregate<
  PublishedPolicy,
  Plain<TierPolicyCommand>,
  TierPolicyEvent,
  TierPolicyRejection
> = {
  category: 'tierPolicy',
  decider: tierPolicy,
  codec: tierPolicyCodec,
  idOf: ({ policyId }) => policyId,
  customerIdOf: () => undefined,
  starts: [],
};
