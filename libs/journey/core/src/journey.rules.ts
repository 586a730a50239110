import type { JourneyContent } from '@tenure/policy-contract';
import type { MessagingAt } from './messaging.rules';

/** What a customer's journeys are decided by. */
export interface JourneyRules {
  /** Of a published version, or of the draft that is tried; undefined where there is none. */
  readonly contentOf: (journeyId: string, version: number) => JourneyContent | undefined;
  readonly messagingAt: MessagingAt;
  /** What the customer shows: for one id always the same. */
  readonly voucherCodeOf: (voucherId: string) => string;
}
