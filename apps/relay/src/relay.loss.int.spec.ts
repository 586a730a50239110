import { openLogTopic, readUpTo } from '@tenure/kafka/testing';
import { describeWithOwnKafka, until } from '@tenure/local-servers/testing';
import { pino } from 'pino';
import { startRelay } from './start.relay';

describeWithOwnKafka('a relay that loses its broker', (broker) => {
  it('goes on when the broker is back, and so do readers', async () => {
    const log = await openLogTopic(broker());
    const relay = startRelay({
      client: log.client,
      brokers: broker().brokers,
      log: pino({ level: 'silent' }),
      topic: { topic: log.topic },
      times: { watchEveryMs: 100, stalledAfterMs: 1_000 },
    });
    const before = await log.append(100);
    await until(async () => (await relay.status()).position === before, 'all published');
    await broker().kill();
    const head = await log.append(100);
    await until(async () => !(await relay.status()).healthy, 'it notices the loss');
    const read = readUpTo(log.feed(), undefined, head);
    await broker().restart();
    await until(async () => (await relay.status()).position === head, 'all published again');
    expect(await read).toStrictEqual(await readUpTo(log.log, undefined, head));
    expect(await relay.status()).toMatchObject({ role: 'leader', healthy: true, lagEvents: 0 });
    await relay.close();
    await log.stop();
  }, 300_000);
});
