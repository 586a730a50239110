import { EVERYTHING, openLogTopic, readUpTo } from '@tenure/kafka/testing';
import { describeWithKafka, found } from '@tenure/local-servers/testing';
import { pino } from 'pino';
import { type RunningRelay, startRelay } from './start.relay';
import type { RelayTimes } from './relay';
import type { RelayStatus } from './relay.status';

describeWithKafka('relay', (kafka) => {
  let log: Awaited<ReturnType<typeof openLogTopic>>;
  const relays: RunningRelay[] = [];

  beforeEach(async () => {
    log = await openLogTopic(kafka());
  });
  afterEach(async () => {
    await Promise.all(relays.splice(0).map((relay) => relay.close()));
    await log.stop();
  });

  function start(times: Partial<RelayTimes> = {}): RunningRelay {
    const relay = startRelay({
      client: log.client,
      brokers: kafka().brokers,
      log: pino({ level: 'silent' }),
      topic: { topic: log.topic },
      times: { watchEveryMs: 100, ...times },
    });
    relays.push(relay);
    return relay;
  }

  const until = (relay: RunningRelay, isWanted: (status: RelayStatus) => boolean): Promise<RelayStatus> =>
    found(async () => {
      const status = await relay.status();
      return isWanted(status) ? status : undefined;
    }, 'the status that is waited for');

  const isLeader = ({ role }: RelayStatus) => role === 'leader';

  it('publishes the log, and says that it has come to its end', async () => {
    const head = await log.append(700);
    const relay = start();
    const status = await until(relay, ({ lagEvents }) => lagEvents === 0);
    expect(status).toMatchObject({ role: 'leader', healthy: true, position: head, head });
    expect(await readUpTo(log.feed(), undefined, head)).toStrictEqual(await readUpTo(log.log, undefined, head));
  });

  it('hands the lead over to a standby when it is closed, which goes on where it ended', async () => {
    const first = start();
    await until(first, isLeader);
    const second = start();
    expect(await until(second, ({ role }) => role !== 'connecting')).toMatchObject({ role: 'standby', healthy: true });
    const appending = log.append(2_000);
    await until(first, ({ position }) => position !== undefined);
    await first.close();
    const head = await appending;
    await until(second, ({ position }) => position === head);
    expect(await readUpTo(log.feed(), undefined, head)).toStrictEqual(await readUpTo(log.log, undefined, head));
  });

  it('says again how far the topic reaches while nothing happens, so that a reader of an emptied one learns of it', async () => {
    const head = await log.append(50);
    await until(start({ idleMarkerMs: 300 }), ({ position }) => position === head);
    await log.expire([EVERYTHING, EVERYTHING, EVERYTHING]);
    expect(await readUpTo(log.feed(), undefined, head)).toStrictEqual(await readUpTo(log.log, undefined, head));
  });

  it('does not publish one log into the topic of another', async () => {
    const publisher = await log.openPublisher();
    await publisher.publish([], 1_000_000n);
    await publisher.close();
    await log.append(10);
    const relay = start({ stalledAfterMs: 500 });
    const refuses = ({ lastFailure }: RelayStatus) => /topic of another log/.test(lastFailure?.message ?? '');
    expect(await until(relay, refuses)).toMatchObject({ role: 'leader' });
    // One that has not yet reached Kafka is not healthy after so short a time either.
    await until(relay, ({ role, healthy }) => role === 'leader' && !healthy);
  });

  it('is a standby, and healthy, wherever it is one of several; one leads', async () => {
    const several = [start(), start(), start()];
    for (const relay of several) await until(relay, ({ role }) => role !== 'connecting');
    await until(several[0] ?? start(), () => true);
    const roles = async () =>
      (await Promise.all(several.map((relay) => relay.status()))).map(({ role }) => role).sort();
    const seen = await found(async () => {
      const now = await roles();
      return now.includes('connecting') || !now.includes('leader') ? undefined : now;
    }, 'a leader');
    expect(seen).toEqual(['leader', 'standby', 'standby']);
  });
});
