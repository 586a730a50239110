import {
  contactPlanCodec,
  type ContactPlanCommand,
  type ContactPlanEvent,
  type ContactPlanRejection,
} from '@tenure/contact-plan-contract';
import { contactPlan, type ContactPlan, type ContactPlanPolicy } from '@tenure/contact-plan-core';
import type { Aggregate } from '@tenure/event-store';
import type { Plain } from '@tenure/shared-contract';

export type ContactPlanAggregate = Aggregate<
  ContactPlan,
  Plain<ContactPlanCommand>,
  ContactPlanEvent,
  ContactPlanRejection
>;

/** `versions` are all published ones of the policy, the oldest first. */
export const contactPlanUnder = (versions: readonly ContactPlanPolicy[]): ContactPlanAggregate => ({
  category: 'contactPlan',
  decider: contactPlan(versions),
  codec: contactPlanCodec,
  idOf: ({ customerId }) => customerId,
  customerIdOf: ({ data }) => data.customerId,
  starts: [],
});
