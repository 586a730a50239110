import type { CustomerBehaviour } from './customer.behaviour';
import { dayText } from './epoch.day';

/** Days are `YYYY-MM-DD`. */
export interface KnownContract {
  readonly contractId: string;
  readonly startsOn: string;
  readonly renewsOn: string;
  /** The first day on which it is in force no longer, where its end is known. */
  readonly endsOn?: string;
}

/** All contracts of a customer, those that start first at the front. */
export const contractsOf = ({ contracts = {} }: CustomerBehaviour): readonly KnownContract[] =>
  Object.entries(contracts)
    .sort(([one, { startsOn: a }], [other, { startsOn: b }]) => a - b || (one < other ? -1 : 1))
    .map(([contractId, { startsOn, renewsOn, endsOn }]) => ({
      contractId,
      startsOn: dayText(startsOn),
      renewsOn: dayText(renewsOn),
      ...(endsOn !== undefined && { endsOn: dayText(endsOn) }),
    }));
