import type { Facts } from '@tenure/behaviour-contract';
import { defineCodec } from '@tenure/kernel';
import type { FactDate, NO_STAGE } from '@tenure/policy-contract';
import type { LifecycleStage, Text } from '@tenure/shared-contract';

/** Stored for ever: add optional fields; never rename, retype or reuse one. Times are ISO 8601 with offset. */
export type LifecycleEvent =
  | { readonly type: 'StageEntered'; readonly data: StageEntered }
  | { readonly type: 'MilestoneReached'; readonly data: MilestoneReached }
  | { readonly type: 'CustomerDateDue'; readonly data: CustomerDateDue };

/** The version of the lifecycle policy that it was judged by. */
export interface LifecyclePolicyRef {
  readonly policyId: string;
  readonly version: number;
}

interface OfCustomer {
  readonly customerId: string;
  readonly policy: LifecyclePolicyRef;
}

export interface StageEntered extends OfCustomer {
  readonly stage: LifecycleStage;
  readonly from: LifecycleStage | typeof NO_STAGE;
  readonly ruleId: string;
  /** The facts that the rule asks for, as they were. */
  readonly inputs: Facts;
  readonly reason: Text;
  /** Id of the event that brought it about, or `time`, or `policy`. */
  readonly cause: string;
  readonly enteredAt: string;
}

export interface MilestoneReached extends OfCustomer {
  readonly milestoneId: string;
  /** Counted from 1 for each customer and milestone. */
  readonly times: number;
  readonly inputs: Facts;
  readonly cause: string;
  readonly reachedAt: string;
}

export interface CustomerDateDue extends OfCustomer {
  readonly dateId: string;
  readonly of: FactDate;
  /** The day of the customer's own, `YYYY-MM-DD`; the reminder of it was due at `dueAt`. */
  readonly day: string;
  readonly dueAt: string;
}

const ofCustomer = { customerId: 'string', policy: 'object' } as const;

export const lifecycleCodec = defineCodec<LifecycleEvent>({
  StageEntered: {
    version: 1,
    fields: {
      ...ofCustomer,
      stage: 'string',
      from: 'string',
      ruleId: 'string',
      inputs: 'object',
      reason: 'object',
      cause: 'string',
      enteredAt: 'string',
    },
  },
  MilestoneReached: {
    version: 1,
    fields: {
      ...ofCustomer,
      milestoneId: 'string',
      times: 'number',
      inputs: 'object',
      cause: 'string',
      reachedAt: 'string',
    },
  },
  CustomerDateDue: {
    version: 1,
    fields: { ...ofCustomer, dateId: 'string', of: 'string', day: 'string', dueAt: 'string' },
  },
});
