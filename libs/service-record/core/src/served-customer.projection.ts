import type { CustomerEvent } from '@tenure/customer-contract';
import type { Projection } from '@tenure/kernel';
import type { TierEvent } from '@tenure/tier-contract';

/** What tables of service records have to say of a customer. */
export interface ServedCustomerRow {
  readonly customerId: string;
  readonly name: string | null;
  readonly tier: string | null;
  readonly position: bigint;
}

type Handled = Extract<CustomerEvent, { type: 'CustomerRegistered' | 'CustomerProfileChanged' }> | TierEvent;

/** Name and tier of every customer. */
export const servedCustomer: Projection<ServedCustomerRow, Handled> = {
  name: 'served-customer',
  version: 1,
  handles: [
    'CustomerRegistered',
    'CustomerProfileChanged',
    'TierAssigned',
    'TierChanged',
    'TierOverridden',
    'TierOverrideEnded',
  ],
  keysOf: ({ data: { customerId } }) => [customerId],
  fold: (row, event, customerId) => ({
    ...(row ?? { customerId, name: null, tier: null }),
    ...changesOf(event),
    position: event.position,
  }),
};

function changesOf(event: Handled): Partial<ServedCustomerRow> {
  switch (event.type) {
    case 'CustomerRegistered':
    case 'CustomerProfileChanged':
      return event.data.name === undefined ? {} : { name: event.data.name };
    case 'TierAssigned':
    case 'TierOverridden':
      return { tier: event.data.tier };
    case 'TierChanged':
    case 'TierOverrideEnded':
      return { tier: event.data.to ?? null };
  }
}
