import type { MessagePurpose } from '@tenure/policy-contract';

/** What of a customer decides on whether and how they are written to. */
export interface JourneyStanding {
  readonly name?: string;
  /** Whether there is anywhere to write to. */
  readonly hasAddress: boolean;
  /** What the customer said on it; a purpose that nothing was said on is absent. */
  readonly consents: Readonly<Partial<Record<MessagePurpose, boolean>>>;
  /** The id that is used in place of the customer's. */
  readonly mergedInto?: string;
}
