import { consentOf, type CustomerAddress } from '@tenure/customer-contract';
import type { JourneyStanding } from '@tenure/journey-contract';
import { MESSAGE_PURPOSES } from '@tenure/policy-contract';

/** What the directory says of a customer; of one that it does not know nothing is known, and there is nowhere to write to. */
export function standingOf(address: CustomerAddress | undefined): JourneyStanding {
  if (!address) return { hasAddress: false, consents: {} };
  const { name, email, mergedInto } = address;
  const consents = MESSAGE_PURPOSES.flatMap((purpose) => {
    const said = consentOf(address.consents, purpose, 'email');
    return said === 'unstated' ? [] : [[purpose, said === 'granted'] as const];
  });
  return {
    ...(name !== undefined && { name }),
    hasAddress: email !== undefined,
    consents: Object.fromEntries(consents),
    ...(mergedInto !== undefined && { mergedInto }),
  };
}
