import { domainCodec, domainProjections } from '@tenure/composition';
import { EventStoreFeed, headPosition, recordedAt } from '@tenure/event-store';
import { connectKafka, KafkaFeed } from '@tenure/kafka';
import { describeWithOwnKafka } from '@tenure/local-servers/testing';
import { type Feed, verifyProjection, waitForPosition } from '@tenure/projections';
import { chaosRounds, chaosSeed } from '../chaos.settings';
import { SeededRandom } from '../seeded.random';
import { Disturbances } from './chaos.disturbances';
import { type ChaosPlatform, openChaosPlatform } from './chaos.platform';
import { startWriters } from './chaos.writers';

const seed = chaosSeed();
/** Three have every disturbance once. */
const rounds = chaosRounds(3);
const DISTURBANCES_A_ROUND = 3;
const RECOVERY_LIMIT_MS = 120_000;

describeWithOwnKafka(`the projections behind Kafka under faults, seed ${seed}`, (broker) => {
  const random = new SeededRandom(seed);
  let platform: ChaosPlatform;

  beforeAll(async () => {
    platform = await openChaosPlatform(broker());
  }, 240_000);
  afterAll(() => platform.stop(), 180_000);

  it(
    'equal the fold of the log after every round',
    async () => {
      const disturbances = new Disturbances(platform, broker(), random);
      await disturbances.begin();
      let upcoming: string[] = [];
      for (let round = 1; round <= rounds; round++) {
        if (upcoming.length < DISTURBANCES_A_ROUND) upcoming = shuffled(Object.keys(disturbances.all), random);
        const chosen = upcoming.splice(0, DISTURBANCES_A_ROUND);
        console.log(`chaos seed ${seed}, round ${round} of ${rounds}: ${chosen.join('; ')}`);
        const writers = startWriters(platform.client, random, round);
        for (const name of chosen) {
          await new Promise((resolve) => setTimeout(resolve, random.between(50, 400)));
          await disturbances.all[name]?.();
        }
        await writers.end();
        await disturbances.settle();
        await expectEverythingRight();
      }
    },
    rounds * 240_000,
  );

  async function expectEverythingRight(): Promise<void> {
    const { client, dataSource } = platform;
    const head = (await headPosition(client)) ?? 0n;
    const names = domainProjections.map(({ projection }) => projection.name);
    await waitForPosition(dataSource, names, head, RECOVERY_LIMIT_MS);
    const log = new EventStoreFeed(client, domainCodec, () => undefined);
    for (const name of names) {
      const options = { dataSource, bindings: domainProjections, name, feed: log, head: () => headPosition(client) };
      const { isComplete, first, parked } = await verifyProjection(options);
      expect({ name, isComplete, first, parked }).toEqual({ name, isComplete: true, first: undefined, parked: 0 });
    }
    expect(await idsUpTo(kafkaFeed(log), head)).toEqual(await idsUpTo(log, head));
  }

  const kafkaFeed = (log: Feed): Feed =>
    new KafkaFeed({
      kafka: connectKafka({ brokers: broker().brokers, clientId: 'chaos' }),
      topic: platform.logTopic.topic,
      codec: domainCodec,
      log,
      recordedAt: (position) => recordedAt(platform.client, position),
      onUnreadable: () => undefined,
    });
});

async function idsUpTo(feed: Feed, head: bigint): Promise<string[]> {
  const ids: string[] = [];
  const { signal } = new AbortController();
  for await (const { events, position } of feed.batches(undefined, { maxEvents: 500, signal })) {
    ids.push(...events.map(({ id }) => id));
    if (position >= head) break;
  }
  return ids;
}

function shuffled(names: readonly string[], random: SeededRandom): string[] {
  const rest = [...names];
  return names.map(() => rest.splice(random.between(0, rest.length - 1), 1)[0] ?? '');
}
