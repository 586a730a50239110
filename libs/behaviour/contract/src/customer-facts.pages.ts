import type { Facts } from './fact.catalogue';

/** Facts of a customer at a moment. */
export interface KnownCustomer {
  readonly customerId: string;
  readonly facts: Facts;
}

/** What is known of all customers, for whoever goes through them once in a while. */
export abstract class CustomerFactsPages {
  /**
   * The next customers after one (from the first on, where none is given), ascending by id, at a moment (ISO 8601) that is
   * not before anything known; fewer than `limit` where there are no more. As far as the read model is.
   */
  abstract after(customerId: string | undefined, limit: number, at: string): Promise<readonly KnownCustomer[]>;
}
