import { jsonEvent } from '@eventstore/db-client';

const TEXT = 'The parcel came three days late and the box was torn open at one corner. '.repeat(13);

/** About 1 KB of JSON. */
export const measuredData = (number) => ({ number, customerId: `customer-${number % 1000}`, text: TEXT });

export const measuredEvent = (number) => jsonEvent({ type: 'Measured', data: measuredData(number) });

export const measuredEvents = (count) => Array.from({ length: count }, (_, number) => measuredEvent(number));
