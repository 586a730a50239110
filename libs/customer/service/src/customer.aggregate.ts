import type { Aggregate } from '@tenure/event-store';
import {
  customerCodec,
  type CustomerCommand,
  type CustomerEvent,
  type CustomerRejection,
} from '@tenure/customer-contract';
import { customer, type Customer } from '@tenure/customer-core';
import type { Plain } from '@tenure/shared-contract';

export const customerAggregate: Aggregate<Customer, Plain<CustomerCommand>, CustomerEvent, CustomerRejection> = {
  category: 'customer',
  decider: customer,
  codec: customerCodec,
  idOf: ({ customerId }) => customerId,
  customerIdOf: ({ data }) => data.customerId,
  starts: ['RegisterCustomer'],
};
