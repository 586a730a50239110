import type { Recorded } from '@tenure/kernel';
import { describeWithKafka } from '@tenure/local-servers/testing';
import { encodeEvent, keyOf } from '../records/event.record';
import { openLogTopic, publishUpTo, readUpTo } from '../testing/log.topic';
import { untilServing } from '../testing/serving.broker';

describeWithKafka('log publisher', (kafka) => {
  let log: Awaited<ReturnType<typeof openLogTopic>>;
  let events: Recorded[] = [];
  let head = 0n;

  beforeAll(() => untilServing(kafka()));
  beforeEach(async () => {
    log = await openLogTopic(kafka());
    head = await log.append(200);
    events = await readUpTo(log.log, undefined, head);
  });
  afterEach(() => log.stop());

  const positionOf = (index: number) => events[index]?.position ?? 0n;
  /** What a relay leaves that is killed in the midst of it. */
  async function abandonTransaction(): Promise<void> {
    const producer = log.kafka.producer({ transactionalId: log.topic, idempotent: true, maxInFlightRequests: 1 });
    await producer.connect();
    const transaction = await producer.transaction();
    const messages = events.slice(81).map((event) => encodeEvent(event, keyOf(event), 0));
    await transaction.send({ topic: log.topic, messages });
    await producer.disconnect();
  }

  const publishedOnce = async () => {
    const repairs: unknown[] = [];
    expect(await readUpTo(log.feed({ onRepair: (hole) => repairs.push(hole) }), undefined, head)).toStrictEqual(events);
    expect(repairs).toEqual([]);
  };

  it('goes on where the topic ends', async () => {
    const first = await log.openPublisher();
    expect(first.position).toBeUndefined();
    await publishUpTo(first, log.log, positionOf(80));
    await first.close();
    const second = await log.openPublisher();
    expect(second.position).toBe(first.position);
    await publishUpTo(second, log.log, head);
    await second.close();
    await publishedOnce();
  });

  it('knows where the topic ends also beyond transactions that came to nothing', async () => {
    const first = await log.openPublisher();
    await publishUpTo(first, log.log, positionOf(80));
    const { position } = first;
    await first.close();
    for (let attempt = 0; attempt < 3; attempt++) await abandonTransaction();
    const next = await log.openPublisher();
    expect(next.position).toBe(position);
    await publishUpTo(next, log.log, head);
    await next.close();
    await publishedOnce();
  });

  it('shuts out one that was there before', async () => {
    const zombie = await log.openPublisher();
    await publishUpTo(zombie, log.log, positionOf(80));
    const leader = await log.openPublisher();
    const rest = events.slice(events.findIndex(({ position }) => position === zombie.position) + 1);
    await expect(zombie.publish(rest, head)).rejects.toThrow(/epoch|fenced/i);
    await publishUpTo(leader, log.log, head);
    await expect(zombie.publish(rest, head)).rejects.toThrow();
    await Promise.all([zombie.close(), leader.close()]);
    await publishedOnce();
  });

  it('cuts what is too large for one transaction', async () => {
    const publisher = await log.openPublisher();
    const large = events.map((event) => ({ ...event, data: { text: 'x'.repeat(100_000) } }));
    await publisher.publish(large, head);
    expect(publisher.position).toBe(head);
    await publisher.close();
    expect(await readUpTo(log.feed(), undefined, head)).toStrictEqual(large);
  });
});
