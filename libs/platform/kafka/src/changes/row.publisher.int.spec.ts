import { isDeepStrictEqual } from 'node:util';
import { describeWithKafka, until } from '@tenure/local-servers/testing';
import type { ChangeMessage } from '@tenure/projections';
import { connectKafka } from '../kafka.client';
import { untilServing } from '../testing/serving.broker';
import { readRowKeys } from './change.topic.reading';
import { createChangeTopic } from './change.topics';
import { RowPublisher } from './row.publisher';

const rows = (keys: readonly string[], position: bigint, cursor?: string): ChangeMessage => ({
  kind: 'rows',
  rows: keys.map((key) => ({ key, row: { key, position } })),
  position,
  cursor,
});
const reset: ChangeMessage = { kind: 'reset', version: 2, position: 50n };

describeWithKafka('publisher of rows', (kafka) => {
  const connection = () => connectKafka({ brokers: kafka().brokers, clientId: 'test' });
  const opened: RowPublisher[] = [];
  let topic: string;

  beforeAll(() => untilServing(kafka()));
  beforeEach(async () => {
    topic = kafka().unique('rows');
    await createChangeTopic(connection(), topic);
  });
  afterEach(() => Promise.all(opened.splice(0).map((publisher) => publisher.close())));

  async function open(): Promise<RowPublisher> {
    const publisher = await RowPublisher.open(connection(), topic, 'sample');
    opened.push(publisher);
    return publisher;
  }

  /** A broker says that a transaction is committed a moment before readers can see it. */
  const becomeKeys = (...keys: string[]) =>
    until(async () => isDeepStrictEqual(await readRowKeys(connection(), topic), new Set(keys)), `keys ${keys.join()}`);

  it('begins with nothing, and goes on from what it was told last', async () => {
    const first = await open();
    expect(first.cursor).toBeUndefined();
    for (const message of [reset, rows(['a', 'b'], 50n), rows([], 50n, '50.1'), rows(['c'], 70n, '70.1')]) {
      await first.publish(message);
    }
    expect((await open()).cursor).toEqual({ position: 70n, generation: 1n });
    await becomeKeys('a', 'b', 'c');
  });

  it('begins anew where it broke off amid all rows, and buries only what has not come by the end', async () => {
    const first = await open();
    for (const message of [reset, rows(['a', 'b', 'c'], 50n), rows([], 50n, '50.1'), reset, rows(['b'], 60n)]) {
      await first.publish(message);
    }
    const second = await open();
    expect(second.cursor).toBeUndefined();
    await second.publish(reset);
    await second.publish(rows(['a', 'd'], 60n));
    await becomeKeys('a', 'b', 'c', 'd');
    await second.publish(rows([], 60n, '60.2'));
    await becomeKeys('a', 'd');
    expect((await open()).cursor).toEqual({ position: 60n, generation: 2n });
  });

  it('is shut out by the next one', async () => {
    const zombie = await open();
    await zombie.publish(reset);
    const next = await open();
    await expect(zombie.publish(rows(['a'], 60n))).rejects.toThrow(/epoch|fenced/i);
    await next.publish(rows(['b'], 60n));
    await becomeKeys('b');
  });
});
