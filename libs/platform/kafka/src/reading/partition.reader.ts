import { randomUUID } from 'node:crypto';
import type { Consumer, Kafka, KafkaMessage } from 'kafkajs';

/** Where to read a partition from, and the end as it was known then: the offset after its last committed record. */
export interface PartitionRange {
  readonly partition: number;
  readonly from: bigint;
  readonly end: bigint;
}

export interface ReaderOptions {
  readonly topic: string;
  readonly partitions: readonly PartitionRange[];
  /** Committed records of one partition, in order. Must not block: whoever has enough pauses the partition. */
  readonly onRecords: (partition: number, records: readonly KafkaMessage[]) => void;
  /** The reader has moved on, also over records that nobody is shown, or can't go on. */
  readonly onChange: () => void;
}

/** How long the broker keeps a request for records that are not there yet. */
const LONGEST_WAIT_MS = 25;
const SESSION_TIMEOUT_MS = 30_000;
/** kafkajs asks for records all the time: after so long without an answer it hangs. */
const STALLED_AFTER_MS = 20_000;

/**
 * Reads all partitions of a topic from given offsets. kafkajs can only read as a member of a group, so each reader is the
 * one member of its own, commits nothing, and takes its place anew whenever it has joined: then kafkajs has forgotten it.
 */
export class PartitionReader {
  readonly #consumer: Consumer;
  readonly #next = new Map<number, bigint>();
  /** The end that was known one answer ago: what is written meanwhile may not be committed yet. */
  readonly #knownEnds = new Map<number, { previous: bigint; last: bigint }>();
  readonly #paused = new Set<number>();
  #failure: Error | undefined;
  #answeredMs = performance.now();
  #watch: NodeJS.Timeout | undefined;

  private constructor(
    kafka: Kafka,
    private readonly options: ReaderOptions,
  ) {
    for (const { partition, from, end } of options.partitions) {
      this.#next.set(partition, from);
      this.#knownEnds.set(partition, { previous: end, last: end });
    }
    this.#consumer = kafka.consumer({
      groupId: `${options.topic}.reader.${randomUUID()}`,
      sessionTimeout: SESSION_TIMEOUT_MS,
      maxWaitTimeInMs: LONGEST_WAIT_MS,
      readUncommitted: false,
      allowAutoTopicCreation: false,
      retry: { initialRetryTime: 100, multiplier: 2, retries: 4, restartOnFailure: async () => false },
    });
  }

  static async open(kafka: Kafka, options: ReaderOptions): Promise<PartitionReader> {
    const reader = new PartitionReader(kafka, options);
    try {
      await reader.#start();
      return reader;
    } catch (error) {
      await reader.close();
      throw error;
    }
  }

  /** Why it can't go on; undefined while it can. */
  get failure(): Error | undefined {
    return this.#failure;
  }

  /** The partition has been read to the end, as far as it was known one answer of the broker ago. */
  isAtEnd(partition: number): boolean {
    return this.offset(partition) >= (this.#knownEnds.get(partition)?.previous ?? 0n);
  }

  /** The offset that comes next. */
  offset(partition: number): bigint {
    return this.#next.get(partition) ?? 0n;
  }

  /** Holds the partition back, or no longer. */
  hold(partition: number, isHeld: boolean): void {
    if (isHeld === this.#paused.has(partition)) return;
    const places = [{ topic: this.options.topic, partitions: [partition] }];
    if (isHeld) {
      this.#paused.add(partition);
      this.#consumer.pause(places);
    } else {
      this.#paused.delete(partition);
      this.#consumer.resume(places);
    }
  }

  async close(): Promise<void> {
    clearInterval(this.#watch);
    await this.#consumer.disconnect().catch(() => undefined);
  }

  async #start(): Promise<void> {
    const { topic, onRecords } = this.options;
    const { GROUP_JOIN, END_BATCH_PROCESS, FETCH, CRASH } = this.#consumer.events;
    this.#consumer.on(CRASH, ({ payload: { error } }) => this.#fail(error));
    this.#consumer.on(FETCH, () => void (this.#answeredMs = performance.now()));
    this.#consumer.on(GROUP_JOIN, ({ payload }) => this.#takePlaces(payload.memberAssignment[topic] ?? []));
    this.#consumer.on(END_BATCH_PROCESS, ({ payload: { partition, lastOffset, highWatermark } }) => {
      this.#moveOn(partition, BigInt(lastOffset) + 1n, BigInt(highWatermark));
    });
    await this.#consumer.connect();
    await this.#consumer.subscribe({ topic, fromBeginning: true });
    await this.#consumer.run({
      autoCommit: false,
      eachBatch: async ({ batch: { partition, messages } }) => onRecords(partition, messages),
    });
    if (this.#failure) throw this.#failure;
    this.#watch = setInterval(() => {
      if (performance.now() - this.#answeredMs > STALLED_AFTER_MS) this.#fail(new Error(`Reading ${topic} hangs`));
    }, STALLED_AFTER_MS / 4);
  }

  #takePlaces(assigned: readonly number[]): void {
    if (assigned.length !== this.#next.size) return this.#fail(new Error('The number of partitions has changed'));
    for (const [partition, offset] of this.#next) {
      this.#consumer.seek({ topic: this.options.topic, partition, offset: `${offset}` });
    }
  }

  #moveOn(partition: number, offset: bigint, end: bigint): void {
    this.#next.set(partition, offset);
    const known = this.#knownEnds.get(partition)?.last ?? end;
    this.#knownEnds.set(partition, { previous: known < end ? known : end, last: end });
    this.options.onChange();
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    this.options.onChange();
  }
}
