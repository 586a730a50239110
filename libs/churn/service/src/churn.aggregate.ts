import { churnCodec, type ChurnCommand, type ChurnEvent } from '@tenure/churn-contract';
import { churn, type CustomerRisk } from '@tenure/churn-core';
import type { Aggregate } from '@tenure/event-store';
import type { Plain } from '@tenure/shared-contract';

export const churnAggregate: Aggregate<CustomerRisk, Plain<ChurnCommand>, ChurnEvent, never> = {
  category: 'risk',
  decider: churn,
  codec: churnCodec,
  idOf: ({ customerId }) => customerId,
  customerIdOf: ({ data }) => data.customerId,
  starts: ['EnterRiskBand'],
};
