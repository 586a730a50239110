import * as fc from 'fast-check';
import { proveRepeatedCommandsYieldNoEvents, specify } from '@tenure/kernel/testing';
import type { ServiceRecordEvent } from '@tenure/service-record-contract';
import { serviceRecord } from './service-record.decider';

const { given } = specify(serviceRecord);
const at = '2026-11-16T09:00:00+08:00';
const later = '2026-11-16T17:00:00+08:00';
const ids = { recordId: 's-1', customerId: 'k-1' };
const about = { serviceType: 'return-visit', problem: '询价', result: '已报价', servedBy: 'anna' } as const;
const record = { type: 'RecordService', ...ids, ...about, responsible: 'li', occurredAt: at } as const;
const signOff = { type: 'SignOffServiceRecord', recordId: 's-1', by: 'li', occurredAt: later } as const;
const rate = { type: 'RateServiceRecord', recordId: 's-1', satisfaction: 4, occurredAt: later } as const;

const recorded: ServiceRecordEvent = {
  type: 'ServiceRecorded',
  data: { ...ids, ...about, responsible: 'li', servedAt: at },
};
const signed: ServiceRecordEvent = { type: 'ServiceRecordSignedOff', data: { ...ids, by: 'li', signedOffAt: later } };
const rated: ServiceRecordEvent = { type: 'ServiceRecordRated', data: { ...ids, satisfaction: 4, ratedAt: later } };

describe('service record', () => {
  it('is made once', () => {
    given().when(record).then(recorded);
    given(recorded)
      .when({ ...record, result: '未报价' })
      .thenRejected('service-record-already-made-differently');
  });
  it('is answered for by whoever served, where nobody else is named', () =>
    given()
      .when({ type: 'RecordService', ...ids, ...about, occurredAt: at })
      .then({ type: 'ServiceRecorded', data: { ...ids, ...about, responsible: 'anna', servedAt: at } }));
  it('is signed off by the person responsible', () => given(recorded).when(signOff).then(signed));
  it('is signed off by nobody else', () =>
    given(recorded)
      .when({ ...signOff, by: 'anna' })
      .thenRejected('service-record-not-yours-to-sign'));
  it('is rated once by the customer', () => {
    given(recorded).when(rate).then(rated);
    given(recorded, rated)
      .when({ ...rate, satisfaction: 2 })
      .thenRejected('service-record-already-rated-differently');
  });
  it('is not signed off before the customer was served', () =>
    given(recorded)
      .when({ ...signOff, occurredAt: '2026-11-15T09:00:00+08:00' })
      .thenRejected('service-record-happened-before-service'));
  it('is unknown until made', () => given().when(signOff).thenRejected('service-record-not-found'));

  const onRecord = { recordId: fc.constant('s-1'), occurredAt: fc.constantFrom(at, later) };
  const person = fc.constantFrom('anna', 'li');
  it('yields no events for a repeated command', () =>
    proveRepeatedCommandsYieldNoEvents(serviceRecord, {
      RecordService: fc.record({
        ...onRecord,
        type: fc.constant('RecordService'),
        customerId: fc.constant('k-1'),
        serviceType: fc.constantFrom('inquiry', 'complaint'),
        problem: fc.constant('one'),
        result: fc.constantFrom('one', 'two'),
        servedBy: person,
      }),
      SignOffServiceRecord: fc.record({ ...onRecord, type: fc.constant('SignOffServiceRecord'), by: person }),
      RateServiceRecord: fc.record({
        ...onRecord,
        type: fc.constant('RateServiceRecord'),
        satisfaction: fc.integer({ min: 1, max: 5 }),
      }),
    }));
});
