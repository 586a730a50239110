import type { ContractEvent } from '@tenure/behaviour-contract';
import type { BehaviourDraft, ContractTerm } from './customer.behaviour';
import { dayOf } from './epoch.day';

export function foldContract(draft: BehaviourDraft, event: ContractEvent): void {
  const { contractId } = event.data;
  const term = termAfter(draft.contracts?.[contractId], event);
  if (term) draft.contracts = { ...draft.contracts, [contractId]: term };
}

function termAfter(term: ContractTerm | undefined, event: ContractEvent): ContractTerm | undefined {
  switch (event.type) {
    case 'ContractAgreed':
      return { startsOn: dayOf(event.data.startsOn), renewsOn: dayOf(event.data.renewsOn) };
    case 'ContractRenewed':
      return term && { ...term, renewsOn: dayOf(event.data.renewsOn) };
    case 'ContractEnded':
      return term && { ...term, endsOn: dayOf(event.data.endedOn) };
  }
}
