import type { Facts } from './fact.catalogue';

/**
 * What is known of customers, never behind a position of the log: it waits for the read model to reach it. A Nest token;
 * the module that carries behaviour binds it for the whole application.
 */
export abstract class CustomerFactsReader {
  /** By customer, at a moment (ISO 8601) that is not before anything known; customers of whom nothing is known are absent. */
  abstract factsAt(
    customerIds: readonly string[],
    at: string,
    position: bigint | undefined,
  ): Promise<ReadonlyMap<string, Facts>>;
}
