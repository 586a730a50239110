import type { SupervisedChild } from '@tenure/local-servers';
import type { TestBroker } from '@tenure/local-servers/testing';
import { Kafka, logLevel } from 'kafkajs';
import type { SeededRandom } from '../seeded.random';
import type { ChaosPlatform, FeedOfProjector } from './chaos.platform';

/** Longer than a relay may be silent before another is elected. */
const LONG_PAUSE_MS = 7_000;

const wait = (durationMs: number) => new Promise<void>((resolve) => setTimeout(resolve, durationMs));

/** What can happen to the platform, by name; each leaves two relays and a projector running. */
export class Disturbances {
  readonly #relays: SupervisedChild[] = [];
  #projector: SupervisedChild | undefined;
  readonly #latecomers: SupervisedChild[] = [];
  #sleeping: Promise<void> = Promise.resolve();

  constructor(
    private readonly platform: ChaosPlatform,
    private readonly broker: TestBroker,
    private readonly random: SeededRandom,
  ) {}

  async begin(): Promise<void> {
    const { platform } = this;
    const relays = Promise.all([platform.startRelay(), platform.startRelay()]);
    this.#projector = await platform.startProjector('kafka');
    this.#relays.push(...(await relays));
  }

  /** Resolves when a relay that sleeps is awake, meanwhile other things happen, and projectors that woke up late are gone. */
  async settle(): Promise<void> {
    await this.#sleeping;
    await Promise.all(this.#latecomers.splice(0).map((late) => this.platform.kill(late)));
  }

  readonly all: Readonly<Record<string, () => Promise<void>>> = {
    'a relay is killed': async () => {
      const [killed] = this.#relays.splice(this.random.between(0, 1), 1);
      if (killed) await this.platform.kill(killed);
      this.#relays.push(await this.platform.startRelay());
    },
    'a relay sleeps, another takes over, and it wakes': async () => {
      const sleeper = this.#relays[this.random.between(0, 1)];
      if (!sleeper) return;
      process.kill(sleeper.pid, 'SIGSTOP');
      this.#sleeping = wait(LONG_PAUSE_MS).then(() => wake(sleeper));
    },
    'the projector is killed': async () => {
      await this.#replaceProjector('kafka', (old) => this.platform.kill(old));
    },
    'the projector sleeps, another takes over, and it wakes': async () => {
      await this.#replaceProjector('kafka', async (old) => {
        process.kill(old.pid, 'SIGSTOP');
        this.#latecomers.push(old);
      });
    },
    'the projector is fed by the log instead': async () => {
      await this.#replaceProjector('log', (old) => this.platform.kill(old));
    },
    'the broker is killed': async () => {
      await this.broker.kill();
      await wait(this.random.between(0, 500));
      await this.broker.restart();
    },
    'the event store is killed': () => this.platform.restartEventStore(),
    'the database crashes': () => this.platform.crashDatabase(),
    'the oldest records expire': () => this.#expire(),
  };

  async #replaceProjector(feed: FeedOfProjector, retire: (old: SupervisedChild) => Promise<void>): Promise<void> {
    const old = this.#projector;
    if (old) await retire(old);
    this.#projector = await this.platform.startProjector(feed);
    await wait(this.random.between(100, 1_000));
    // One that slept wakes up beside its successor; to one that was killed nothing happens.
    if (old) wake(old);
  }

  async #expire(): Promise<void> {
    const { brokers, topic } = this.platform.logTopic;
    const admin = new Kafka({ brokers, logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
    const offsets = await admin.fetchTopicOffsets(topic);
    const partitions = offsets.map(({ partition, low, high }) => ({
      partition,
      offset: String(this.random.between(Number(low), Number(high))),
    }));
    await admin.deleteTopicRecords({ topic, partitions });
    await admin.disconnect();
  }
}

function wake({ pid }: SupervisedChild): void {
  try {
    process.kill(pid, 'SIGCONT');
  } catch {
    // It is gone.
  }
}
