import { describeWithKafka } from '@tenure/local-servers/testing';
import { EVERYTHING, openLogTopic, publishUpTo, readUpTo } from '../testing/log.topic';
import { untilServing } from '../testing/serving.broker';

describeWithKafka('kafka feed', (kafka) => {
  let log: Awaited<ReturnType<typeof openLogTopic>>;
  let head = 0n;

  beforeAll(() => untilServing(kafka()));
  beforeEach(async () => {
    log = await openLogTopic(kafka());
    head = await log.append(300);
  });
  afterEach(() => log.stop());

  async function publish(upTo: bigint): Promise<void> {
    const publisher = await log.openPublisher();
    await publishUpTo(publisher, log.log, upTo);
    await publisher.close();
  }

  it('hands out exactly what the log holds, from any position, without asking the log', async () => {
    await publish(head);
    const repairs: unknown[] = [];
    const feed = log.feed({ onRepair: (range) => repairs.push(range) });
    const all = await readUpTo(log.log, undefined, head);
    expect(all).toHaveLength(300);
    expect(await readUpTo(feed, undefined, head)).toStrictEqual(all);
    const middle = all[123]?.position;
    expect(await readUpTo(feed, middle, head)).toStrictEqual(all.slice(124));
    expect(repairs).toEqual([]);
  });

  it('goes on with what comes later, and says when it has caught up', async () => {
    const publisher = await log.openPublisher();
    await publishUpTo(publisher, log.log, head);
    // What is committed can be read a moment later; before, it would have caught up with less.
    await readUpTo(log.feed(), undefined, head);
    const stopping = new AbortController();
    const seen: bigint[] = [];
    let last = head;
    let rounds = 0;
    for await (const { events, position, caughtUp } of log
      .feed()
      .batches(undefined, { maxEvents: 70, signal: stopping.signal })) {
      seen.push(...events.map((event) => event.position));
      expect(events.length).toBeLessThanOrEqual(70);
      if (!caughtUp) continue;
      expect(position).toBe(last);
      if (++rounds === 4) stopping.abort();
      last = await log.append(5);
      await publishUpTo(publisher, log.log, last);
    }
    await publisher.close();
    expect(seen).toHaveLength(315);
    expect(seen).toEqual([...seen].sort((a, b) => (a < b ? -1 : 1)));
  });

  it('reads from the log what has expired', async () => {
    await publish(head);
    await log.expire(['40', '0', '3']);
    const repairs: { after: bigint; upTo: bigint }[] = [];
    const events = await readUpTo(log.feed({ onRepair: (range) => repairs.push(range) }), undefined, head);
    expect(events).toStrictEqual(await readUpTo(log.log, undefined, head));
    // In one piece or several: what has expired in one partition may be known before the same of another.
    expect(repairs[0]?.after).toBe(-1n);
    expect(repairs.filter(({ upTo }) => upTo >= head)).toEqual([]);
  });

  it('reads everything from the log where nothing is left, as soon as somebody says how far it reaches', async () => {
    const publisher = await log.openPublisher();
    await publishUpTo(publisher, log.log, head);
    await log.expire([EVERYTHING, EVERYTHING, EVERYTHING]);
    const reading = readUpTo(log.feed(), undefined, head);
    await publisher.publish([], head);
    await publisher.close();
    expect(await reading).toStrictEqual(await readUpTo(log.log, undefined, head));
  });

  it('holds Kafka back while its consumer is slow, and loses nothing', async () => {
    await publish(head);
    const events = await readUpTo(log.feed({ maxBufferedEvents: 6 }), undefined, head, 1);
    expect(events).toStrictEqual(await readUpTo(log.log, undefined, head));
  });

  it('ends soon when it is told to, whatever it waits for', async () => {
    const stopping = new AbortController();
    const reading = log.feed().batches(head, { maxEvents: 10, signal: stopping.signal });
    expect((await reading.next()).value).toMatchObject({ events: [], position: head, caughtUp: true });
    const next = reading.next();
    stopping.abort();
    expect((await next).done).toBe(true);
  });
});
