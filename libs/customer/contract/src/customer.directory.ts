import type { ConsentChannel, ConsentPurpose } from './customer.vocabulary';

/** What a customer said last on being written to. */
export interface CustomerConsent {
  readonly purpose: ConsentPurpose;
  readonly channel: ConsentChannel;
  readonly granted: boolean;
  /** ISO 8601. */
  readonly since: string;
}

/** How a customer is written to. */
export interface CustomerAddress {
  readonly customerId: string;
  readonly name?: string;
  /** Of the first contact that has one: the lead of purchasing, else that of the user department, else another. */
  readonly email?: string;
  /** At most one for each purpose and channel. */
  readonly consents: readonly CustomerConsent[];
  /** The id that is used in place of this one; that one may be merged in turn. */
  readonly mergedInto?: string;
}

/** Where customers are written to, never behind a position of the log. A Nest token; customer-service binds it. */
export abstract class CustomerDirectory {
  /** By customer; those of whom nothing is known are absent. Waits for the position, where one is given. */
  abstract find(customerIds: readonly string[], position?: bigint): Promise<ReadonlyMap<string, CustomerAddress>>;
}

/** Whether a customer agreed, took it back, or was never asked. */
export function consentOf(
  consents: readonly CustomerConsent[],
  purpose: ConsentPurpose,
  channel: ConsentChannel,
): 'granted' | 'withdrawn' | 'unstated' {
  const stated = consents.find((consent) => consent.purpose === purpose && consent.channel === channel);
  if (!stated) return 'unstated';
  return stated.granted ? 'granted' : 'withdrawn';
}
