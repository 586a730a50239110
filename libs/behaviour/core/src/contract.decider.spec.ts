import * as fc from 'fast-check';
import type { ContractEvent } from '@tenure/behaviour-contract';
import { proveRepeatedCommandsYieldNoEvents, specify } from '@tenure/kernel/testing';
import { contract } from './contract.decider';

const { given } = specify(contract);
const occurredAt = '2024-05-01T09:00:00Z';
const ids = { contractId: 'c-1', customerId: 'k-1' };
const onContract = { contractId: 'c-1', occurredAt };

const agree = { type: 'AgreeContract', ...ids, startsOn: '2024-06-01', renewsOn: '2025-06-01', occurredAt } as const;
const agreed: ContractEvent = {
  type: 'ContractAgreed',
  data: { ...ids, startsOn: '2024-06-01', renewsOn: '2025-06-01', agreedAt: occurredAt },
};
const renew = { type: 'RenewContract', ...onContract, renewsOn: '2026-06-01' } as const;
const renewed: ContractEvent = {
  type: 'ContractRenewed',
  data: { ...ids, renewsOn: '2026-06-01', renewedAt: occurredAt },
};
const end = { type: 'EndContract', ...onContract, endedOn: '2025-06-01', reason: 'moved away' } as const;
const ended: ContractEvent = {
  type: 'ContractEnded',
  data: { ...ids, endedOn: '2025-06-01', reason: 'moved away', endedAt: occurredAt },
};

describe('a contract', () => {
  it('is agreed, renewed and ended', () => {
    given().when(agree).then(agreed);
    given(agreed).when(renew).then(renewed);
    given(agreed).when(end).then(ended);
    given(agreed, renewed).when(agree).then();
  });
  it('is one under its number', () =>
    given(agreed)
      .when({ ...agree, customerId: 'k-2' })
      .thenRejected('contract-already-agreed-differently'));
  it('is renewed later than before', () => {
    given()
      .when({ ...agree, renewsOn: '2024-06-01' })
      .thenRejected('contract-renewal-not-later');
    given(agreed, renewed)
      .when({ ...renew, renewsOn: '2025-06-01' })
      .thenRejected('contract-renewal-not-later');
  });
  it('is renewed and ended only while it goes on', () => {
    given().when(renew).thenRejected('contract-not-found');
    given().when(end).thenRejected('contract-not-found');
    given(agreed, ended).when(renew).thenRejected('contract-already-ended');
    given(agreed, ended)
      .when({ ...end, reason: 'too dear' })
      .thenRejected('contract-already-ended');
    given(agreed)
      .when({ ...end, endedOn: '2024-05-31' })
      .thenRejected('contract-end-before-start');
  });

  it('yields no events for a repeated command', () => {
    const on = { contractId: fc.constant('c-1'), occurredAt: fc.constant(occurredAt) };
    const day = fc.constantFrom('2024-06-01', '2025-06-01', '2026-06-01');
    const customerId = fc.constant('k-1');
    proveRepeatedCommandsYieldNoEvents(contract, {
      AgreeContract: fc.record({ ...on, type: fc.constant('AgreeContract'), customerId, startsOn: day, renewsOn: day }),
      RenewContract: fc.record({ ...on, type: fc.constant('RenewContract'), renewsOn: day }),
      EndContract: fc.record({ ...on, type: fc.constant('EndContract'), endedOn: day, reason: fc.constant('none') }),
    });
  });
});
