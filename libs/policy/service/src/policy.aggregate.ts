import type { Aggregate } from '@tenure/event-store';
import { policyCodec, type PolicyCommand, type PolicyEvent, type PolicyRejection } from '@tenure/policy-contract';
import { policy, type Policy } from '@tenure/policy-core';
import type { Plain } from '@tenure/shared-contract';

export const policyAggregate: Aggregate<Policy, Plain<PolicyCommand>, PolicyEvent, PolicyRejection> = {
  category: 'policy',
  decider: policy,
  codec: policyCodec,
  idOf: ({ policyId }) => policyId,
  customerIdOf: () => undefined,
  starts: [],
};
