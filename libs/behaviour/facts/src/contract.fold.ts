import type { ContractEvent } from '@tenure/behaviour-contract';
import type { ContractTerm, CustomerBehaviour } from './customer.behaviour';
import { dayOf } from './epoch.day';

export function afterContract(behaviour: CustomerBehaviour, event: ContractEvent): CustomerBehaviour {
  const { contractId } = event.data;
  const term = termAfter(behaviour.contracts?.[contractId], event);
  return term ? { ...behaviour, contracts: { ...behaviour.contracts, [contractId]: term } } : behaviour;
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
