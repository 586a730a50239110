import { holds, type Facts } from '@tenure/behaviour-contract';
import { consentOf, type CustomerAddress } from '@tenure/customer-contract';
import type { SurveyContent } from '@tenure/policy-contract';

/** What is known of a customer who may be asked. */
export interface AskedCustomer {
  readonly facts: Facts;
  /** Absent where nothing is known of how to write to them. */
  readonly address?: CustomerAddress;
  /** When this survey asked them last, ISO 8601. */
  readonly askedAt?: string;
}

export type NotAsked = 'not-among-the-asked' | 'asked-lately' | 'no-address' | 'no-consent' | 'customer-merged';

const DAY_MS = 86_400_000;

/**
 * Why the platform does not ask a customer by a survey at a moment (ISO 8601); undefined where it does. An opinion is asked
 * for the customer's own sake: it is enough that they did not take back that they are written to.
 */
export function whyNotAsked(survey: SurveyContent, customer: AskedCustomer, at: string): NotAsked | undefined {
  const { facts, address, askedAt } = customer;
  if (address?.mergedInto !== undefined) return 'customer-merged';
  if (!holds(survey.asked, facts)) return 'not-among-the-asked';
  if (askedAt !== undefined && Date.parse(at) - Date.parse(askedAt) < survey.restDays * DAY_MS) return 'asked-lately';
  return whyNotWrittenTo(address);
}

function whyNotWrittenTo(address: CustomerAddress | undefined): NotAsked | undefined {
  if (address?.email === undefined) return 'no-address';
  return consentOf(address.consents, 'service', 'email') === 'withdrawn' ? 'no-consent' : undefined;
}
