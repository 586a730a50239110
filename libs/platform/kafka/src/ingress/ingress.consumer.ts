import type { Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import { toIngressRecord, type IngressRecord } from './ingress.record';
import { handleInOrder } from './key.order';

export interface ConsumerOptions {
  readonly kafka: Kafka;
  readonly topic: string;
  readonly group: string;
  /** Per partition. */
  readonly maxInFlight: number;
  /** Resolves when nothing more has to happen for the record; rejects only when the signal is aborted. */
  readonly handle: (record: IngressRecord, signal: AbortSignal) => Promise<'done' | 'refused'>;
  readonly signal: AbortSignal;
}

const SESSION_TIMEOUT_MS = 30_000;
const HEARTBEAT_MS = 2_000;
/** How long the broker keeps a request for records that are not there yet: so long may a member take to leave. */
const LONGEST_WAIT_MS = 500;
const PARTITIONS_AT_A_TIME = 6;
/** Records between two commits: what is done again after a crash, and how often Kafka is told. */
const SLICE = 500;

/** Consumes as a member of the group until aborted; rejects when the membership breaks. */
export async function consumeInGroup(options: ConsumerOptions): Promise<void> {
  const { kafka, topic, group, signal } = options;
  const consumer = kafka.consumer({
    groupId: group,
    sessionTimeout: SESSION_TIMEOUT_MS,
    heartbeatInterval: HEARTBEAT_MS,
    maxWaitTimeInMs: LONGEST_WAIT_MS,
    readUncommitted: false,
    allowAutoTopicCreation: false,
    retry: { retries: 3, restartOnFailure: async () => false },
  });
  try {
    const broken = crashOf(consumer);
    await consumer.connect();
    await consumer.subscribe({ topic, fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: PARTITIONS_AT_A_TIME,
      eachBatch: (payload) => carryOutBatch(payload, options),
    });
    await Promise.race([broken, abortOf(signal)]);
  } finally {
    await consumer.disconnect().catch(() => undefined);
  }
}

const crashOf = (consumer: Consumer): Promise<never> => {
  const crash = new Promise<never>((_, reject) => {
    consumer.on(consumer.events.CRASH, ({ payload: { error } }) => reject(error));
  });
  crash.catch(() => undefined);
  return crash;
};

const abortOf = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

/** However long it takes, the group hears of this member; when the group moves on, what is under way ends and the rest is left. */
async function carryOutBatch(payload: EachBatchPayload, options: ConsumerOptions): Promise<void> {
  const { topic, partition, messages } = payload.batch;
  const lost = new AbortController();
  let reason: unknown;
  const beat = setInterval(() => {
    payload.heartbeat().catch((error: unknown) => {
      reason ??= error;
      lost.abort();
    });
  }, HEARTBEAT_MS);
  const signal = AbortSignal.any([options.signal, lost.signal]);
  try {
    const records = messages.map((message) => toIngressRecord(topic, partition, message));
    for (let start = 0; start < records.length && !payload.isStale(); start += SLICE) {
      await handleInOrder(records.slice(start, start + SLICE), {
        maxInFlight: options.maxInFlight,
        handle: (record) => options.handle(record, signal),
        commit: (offset) => commit(payload, offset),
      });
    }
  } catch (error) {
    if (!options.signal.aborted) throw reason ?? error;
  } finally {
    clearInterval(beat);
  }
}

async function commit(payload: EachBatchPayload, offset: bigint): Promise<void> {
  const { topic, partition } = payload.batch;
  await payload.commitOffsetsIfNecessary({ topics: [{ topic, partitions: [{ partition, offset: `${offset}` }] }] });
  // Not before: where the broker refuses for now, kafkajs goes on from here, and nobody would commit this any more.
  payload.resolveOffset(`${offset - 1n}`);
}
