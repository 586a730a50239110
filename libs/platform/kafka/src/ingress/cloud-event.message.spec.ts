import type { IHeaders } from 'kafkajs';
import { messageOf } from './cloud-event.message';
import { toDeadLetter } from './dead-letter.record';
import type { IngressRecord } from './ingress.record';

const recordWith = (headers: IHeaders): IngressRecord => ({
  topic: 'tenure.ingress',
  partition: 4,
  offset: 17n,
  key: Buffer.from('k-1'),
  value: Buffer.from('{}'),
  headers,
  timestamp: '1714527000120',
});

describe('a CloudEvent in a record', () => {
  it.each([
    [{}, undefined],
    [{ 'content-type': 'application/cloudevents+json; charset=UTF-8' }, 'application/cloudevents+json; charset=UTF-8'],
    [
      { 'content-type': Buffer.from('application/cloudevents+json'), ce_specversion: '1.0' },
      'application/cloudevents+json',
    ],
  ])('is the value: %j', (headers, contentType) =>
    expect(messageOf(recordWith(headers))).toEqual({ mode: 'structured', contentType }),
  );

  it('has its attributes in headers', () => {
    const headers = { 'content-type': 'application/json', ce_specversion: '1.0', ce_id: Buffer.from('七'), trace: 'x' };
    expect(messageOf(recordWith(headers))).toEqual({
      mode: 'binary',
      contentType: 'application/json',
      attributes: { specversion: '1.0', id: '七' },
    });
  });
});

describe('a dead letter', () => {
  it('is the record with the reasons in headers', () => {
    const record = recordWith({ trace: 'x' });
    const problems = Array.from({ length: 30 }, (_, index) => ({ path: `lines[${index}]`, message: 'is wrong' }));
    const letter = toDeadLetter(record, { code: 'invalid-command', detail: 'x'.repeat(9_000), problems }, 3);
    expect(letter).toEqual({
      partition: 1,
      key: record.key,
      value: record.value,
      headers: {
        trace: 'x',
        'dead-letter-id': 'tenure.ingress/4/17',
        'dead-letter-code': 'invalid-command',
        'dead-letter-detail': 'x'.repeat(2_000),
        'dead-letter-problems': JSON.stringify(problems.slice(0, 20)),
        'dead-letter-topic': 'tenure.ingress',
        'dead-letter-partition': '4',
        'dead-letter-offset': '17',
        'dead-letter-timestamp': '1714527000120',
      },
    });
  });
});
