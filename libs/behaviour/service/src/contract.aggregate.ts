import {
  contractCodec,
  type ContractCommand,
  type ContractEvent,
  type ContractRejection,
} from '@tenure/behaviour-contract';
import { contract, type Contract } from '@tenure/behaviour-core';
import type { Aggregate } from '@tenure/event-store';
import type { Plain } from '@tenure/shared-contract';

export const contractAggregate: Aggregate<Contract, Plain<ContractCommand>, ContractEvent, ContractRejection> = {
  category: 'contract',
  decider: contract,
  codec: contractCodec,
  idOf: ({ contractId }) => contractId,
  customerIdOf: ({ data }) => data.customerId,
  starts: ['AgreeContract'],
};
