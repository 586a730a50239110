import {
  BEHAVIOUR_EVENT_TYPES,
  foldBehaviour,
  outlineOf,
  type BehaviourEvent,
  type BehaviourOutline,
  type CustomerBehaviour,
} from '@tenure/behaviour-facts';
import type { Projection } from '@tenure/kernel';

/** What facts about a customer are worked out of, and an outline of it for who asks the table. */
export interface CustomerBehaviourRow extends BehaviourOutline {
  readonly customerId: string;
  readonly behaviour: CustomerBehaviour;
  readonly position: bigint;
}

/** How do customers behave? */
export const customerBehaviour: Projection<CustomerBehaviourRow, BehaviourEvent> = {
  name: 'customer-behaviour',
  version: 1,
  handles: BEHAVIOUR_EVENT_TYPES,
  keysOf: ({ data: { customerId } }) => [customerId],
  fold: (row, event, customerId) => {
    const behaviour = foldBehaviour(row?.behaviour, event);
    return { customerId, behaviour, ...outlineOf(behaviour), position: event.position };
  },
};
