/** What customers were called. A Nest token; customer-service binds it. */
export abstract class CustomerNames {
  /** By customer, as of a moment (ISO 8601); those who had no name then are absent. */
  abstract at(customerIds: readonly string[], moment: string): Promise<ReadonlyMap<string, string>>;
}
