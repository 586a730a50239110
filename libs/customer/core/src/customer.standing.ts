import { accept, reject, type Decision } from '@tenure/kernel';
import type {
  CustomerEvent,
  CustomerRejection,
  MergeCustomer,
  SetCustomerConsent,
  UndoCustomerMerge,
} from '@tenure/customer-contract';
import type { Plain } from '@tenure/shared-contract';
import { consentOn } from './customer.consents';
import type { Customer, Registered } from './customer.state';

type Outcome = Decision<CustomerEvent, CustomerRejection>;

/** What was said earlier but is told later must not undo what was said since: a withdrawal would be forgotten. */
export function setConsent(command: Plain<SetCustomerConsent>, state: Registered): Outcome {
  const { customerId, purpose, channel, granted, by, occurredAt } = command;
  const known = consentOn(state.consents, command);
  if (known?.granted === granted) return accept();
  if (known && Date.parse(occurredAt) < Date.parse(known.since)) {
    return reject('customer-consent-set-since', `the customer said otherwise at ${known.since}`);
  }
  const data = { customerId, purpose, channel, granted, by, setAt: occurredAt };
  return accept({ type: 'CustomerConsentSet', data });
}

export function merge(command: Plain<MergeCustomer>, { mergedInto }: Registered): Outcome {
  const { customerId, into, by, reason, occurredAt } = command;
  if (into === customerId) return reject('customer-merged-into-itself');
  if (mergedInto === into) return accept();
  if (mergedInto !== undefined) return reject('customer-already-merged', `the customer is merged into ${mergedInto}`);
  return accept({ type: 'CustomerMerged', data: { customerId, into, by, reason, mergedAt: occurredAt } });
}

export function undoMerge(command: Plain<UndoCustomerMerge>, { mergedInto, unmergedFrom }: Registered): Outcome {
  const { customerId, by, reason, occurredAt } = command;
  if (mergedInto === undefined) return unmergedFrom === undefined ? reject('customer-not-merged') : accept();
  const data = { customerId, into: mergedInto, by, reason, undoneAt: occurredAt };
  return accept({ type: 'CustomerMergeUndone', data });
}

/** Why nobody can be merged into this customer; undefined where they can. */
export function refusalAsSurvivor(
  survivor: Customer,
): 'customer-merge-target-not-found' | 'customer-merge-target-is-merged' | undefined {
  if (survivor.status === 'absent') return 'customer-merge-target-not-found';
  return survivor.mergedInto === undefined ? undefined : 'customer-merge-target-is-merged';
}
