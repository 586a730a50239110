import { CustomerFactsReader, type CustomerFactsPages, type Facts } from '@tenure/behaviour-contract';

/** Facts that a test says, in place of those that are worked out of the log. */
export class KnownFacts extends CustomerFactsReader {
  readonly said = new Map<string, Facts>();

  readonly pages: CustomerFactsPages = {
    after: async (customerId = '', limit) =>
      [...this.said]
        .map(([id, facts]) => ({ customerId: id, facts }))
        .filter((known) => known.customerId > customerId)
        .sort((one, other) => (one.customerId < other.customerId ? -1 : 1))
        .slice(0, limit),
  };

  async factsAt(customerIds: readonly string[]): Promise<ReadonlyMap<string, Facts>> {
    return new Map(customerIds.flatMap((id) => (this.said.has(id) ? [[id, this.said.get(id) ?? {}] as const] : [])));
  }
}
