import { readHistory } from '@tenure/event-store';
import { describeWithKafka, until } from '@tenure/local-servers/testing';
import { KafkaJSProtocolError, type KafkaMessage, type Message } from 'kafkajs';
import { openIngress, type IngressFixture } from '../testing/ingress.fixture';

const eventOf = (complaintId: string, step: string, data: object) => ({
  specversion: '1.0',
  id: `${step}-${complaintId}`,
  source: '/shop/oxford-street',
  type: `tenure.complaint.${step}`,
  time: '2024-05-01T09:30:00+08:00',
  data: { complaintId, ...data },
});

const CALL = { customerId: 'k-1', channel: 'phone', subject: 'Late', receivedBy: 'anna' };
const opened = (complaintId: string, data = {}) => eventOf(complaintId, 'opened', { ...CALL, ...data });
const resolved = (complaintId: string) => eventOf(complaintId, 'resolved', { by: 'bo', remedy: 'refund' });
const closed = (complaintId: string) => eventOf(complaintId, 'closed', { by: 'bo' });

const record = (key: string | null, value: unknown): Message => ({ key, value: JSON.stringify(value) });

/** What asks the broker to note offsets; a refusal of it comes from the network else. */
const offsets = jest.requireActual<{ prototype: { commitOffsets(): Promise<void> } }>(
  'kafkajs/src/consumer/offsetManager',
);

describeWithKafka('event ingress', (kafka) => {
  let ingress: IngressFixture;
  beforeEach(async () => {
    ingress = await openIngress(kafka());
  });
  afterEach(() => ingress.stop());

  const headerOf = (letter: KafkaMessage | undefined, name: string) => String(letter?.headers?.[`dead-letter-${name}`]);

  it('carries out events of both modes, in the order of their key, and commits what is durable', async () => {
    const ids = Array.from({ length: 20 }, (_, index) => `c-${index}`);
    await ingress.send(ids.map((id) => record(id, opened(id))));
    await ingress.send(ids.map((id) => record(id, resolved(id))));
    const { data, ...attributes } = closed('c-0');
    const headers = Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`ce_${name}`, value]));
    await ingress.send([
      { key: 'c-0', value: JSON.stringify(data), headers: { ...headers, 'content-type': 'application/json' } },
    ]);
    const running = await ingress.start();
    await ingress.untilCommitted(41);
    expect(running.status().refused).toBe(0);
    const histories = await Promise.all(ids.map((id) => readHistory(ingress.client, [`complaint-${id}`])));
    expect(histories.map((history) => history.map(({ type }) => type))).toEqual(
      ids.map((id) => ['ComplaintOpened', 'ComplaintResolved', ...(id === 'c-0' ? ['ComplaintClosed'] : [])]),
    );
    expect(histories[0]?.[0]?.metadata).toMatchObject({
      commandId: '/shop/oxford-street opened-c-0',
      actor: '/shop/oxford-street',
      occurredAt: '2024-05-01T09:30:00+08:00',
    });
  });

  it('puts what is refused aside as it was, with the reasons, and goes on', async () => {
    const bytes = Buffer.from([0x7b, 0xff, 0xfe]);
    await ingress.send([
      record('k', opened('d-1')),
      { key: 'k', value: bytes, headers: { trace: 'abc' } },
      record('k', { ...opened('d-2'), type: 'tenure.complaint.forgotten' }),
      record('k', opened('d-3', { subject: 7 })),
      record('k', { ...opened('d-9'), time: '2190-01-01T00:00:00Z' }),
      record('k', closed('d-1')),
      record('k', opened('d-1', { subject: 'Other' })),
      { key: 'k', value: null },
      record('k', opened('d-4')),
    ]);
    await ingress.start();
    const letters = await ingress.deadLetters(7);
    expect(letters.map((letter) => headerOf(letter, 'code'))).toEqual([
      'malformed-text',
      'unknown-type',
      'invalid-command',
      'invalid-command',
      'complaint-not-resolved',
      'command-id-reused',
      'malformed-json',
    ]);
    expect(letters.map(({ key }) => key?.toString())).toEqual(Array(7).fill('k'));
    expect(letters[0]?.value).toEqual(bytes);
    expect(String(letters[0]?.headers?.['trace'])).toBe('abc');
    expect(headerOf(letters[2], 'problems')).toContain('data.subject');
    expect(headerOf(letters[3], 'problems')).toContain('data.occurredAt');
    expect(letters.map((letter) => headerOf(letter, 'offset'))).toEqual(['1', '2', '3', '4', '5', '6', '7']);
    const [letter] = letters;
    expect(headerOf(letter, 'id')).toBe(
      ['topic', 'partition', 'offset'].map((name) => headerOf(letter, name)).join('/'),
    );
    await ingress.untilCommitted(9);
    expect(await readHistory(ingress.client, ['complaint-d-4'])).toHaveLength(1);
  });

  it('commits what a broker refused to note the first time, though nothing follows it', async () => {
    const ids = Array.from({ length: 20 }, (_, index) => `n-${index}`);
    await ingress.send(ids.map((id) => record(id, opened(id))));
    const notNow = new KafkaJSProtocolError(
      Object.assign(new Error('the coordinator is loading'), {
        type: 'GROUP_LOAD_IN_PROGRESS',
        code: 14,
        retriable: true,
      }),
    );
    const refused = jest.spyOn(offsets.prototype, 'commitOffsets').mockRejectedValueOnce(notNow);
    await ingress.start();
    await ingress.untilCommitted(20);
    expect(refused.mock.calls.length).toBeGreaterThan(1);
    refused.mockRestore();
  });

  it('has no other effect where everything comes again', async () => {
    await ingress.send([record('k', opened('r-1')), record('k', { no: 'event' }), record('k', resolved('r-1'))]);
    const first = await ingress.start();
    await until(() => first.status().carriedOut >= 2, 'carried out');
    const again = await ingress.start(kafka().unique('again'));
    await until(() => again.status().carriedOut >= 2, 'carried out');
    expect(await readHistory(ingress.client, ['complaint-r-1'])).toHaveLength(2);
    const [letter, repeated] = await ingress.deadLetters(2);
    expect(headerOf(repeated, 'id')).toBe(headerOf(letter, 'id'));
  });

  it('waits while the event store is gone, and puts nothing aside', async () => {
    const running = await ingress.start();
    await ingress.send([record('k', opened('w-1'))]);
    await ingress.untilCommitted(1);
    await ingress.stopEventStore();
    await ingress.send([record('k', opened('w-2')), record('k', resolved('w-2'))]);
    await until(() => running.status().failure !== undefined, 'it says that it waits');
    expect(await ingress.committed()).toBe(1);
    await ingress.restartEventStore();
    await ingress.untilCommitted(3);
    expect(running.status().refused).toBe(0);
    expect(await readHistory(ingress.client, ['complaint-w-2'])).toHaveLength(2);
  });

  it('shares the work among members that come and go, each event once in effect', async () => {
    const ids = Array.from({ length: 300 }, (_, index) => `s-${index}`);
    const first = await ingress.start();
    await ingress.send(ids.map((id) => record(id, opened(id))));
    await until(() => first.status().carriedOut > 0, 'carried out');
    const second = await ingress.start();
    await ingress.send(ids.map((id) => record(id, resolved(id))));
    await first.close();
    await ingress.untilCommitted(600);
    expect(second.status().refused + first.status().refused).toBe(0);
    const histories = await Promise.all(ids.map((id) => readHistory(ingress.client, [`complaint-${id}`])));
    expect(histories.every((history) => history.length === 2)).toBe(true);
  });
});
