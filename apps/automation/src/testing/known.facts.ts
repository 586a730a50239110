import { CustomerFactsReader, type Facts } from '@tenure/behaviour-contract';

/** Facts that a test says, in place of those that are worked out of the log. */
export class KnownFacts extends CustomerFactsReader {
  readonly said = new Map<string, Facts>();

  async factsAt(customerIds: readonly string[]): Promise<ReadonlyMap<string, Facts>> {
    return new Map(customerIds.flatMap((id) => (this.said.has(id) ? [[id, this.said.get(id) ?? {}] as const] : [])));
  }
}
