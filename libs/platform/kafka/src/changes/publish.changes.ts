import type { Kafka } from 'kafkajs';
import { type ChangesOptions, type ProjectionBinding, readChanges } from '@tenure/projections';
import { backOff } from '../backoff';
import { changeTopic, createChangeTopic } from './change.topics';
import { RowPublisher } from './row.publisher';

export interface ChangePublishing extends Pick<ChangesOptions, 'dataSource' | 'feed' | 'pollMs'> {
  readonly kafka: Kafka;
  /** Of the projections whose rows are published. */
  readonly bindings: readonly ProjectionBinding[];
  /** Topics are named `<prefix>.<projection>`; `tenure.projection` unless given. */
  readonly prefix?: string;
  /** For logs: it is tried again. */
  readonly onFailure: (projection: string, error: unknown) => void;
}

const FIRST_PAUSE_MS = 200;

/**
 * Keeps a compacted topic of each projection's rows up with its table, until aborted; resolves then. Goes on from what
 * Kafka has. One process at a time should do so: the newest shuts the others out, who would come back.
 */
export async function publishChanges(options: ChangePublishing, signal: AbortSignal): Promise<void> {
  await Promise.all(options.bindings.map((binding) => keepUp(options, binding, signal)));
}

async function keepUp(options: ChangePublishing, binding: ProjectionBinding, signal: AbortSignal): Promise<void> {
  for (let failures = 0; !signal.aborted; failures++) {
    try {
      for await (const _ of publishOne(options, binding, signal)) failures = 0;
    } catch (error) {
      if (!signal.aborted) options.onFailure(binding.projection.name, error);
    }
    await backOff(failures, FIRST_PAUSE_MS, signal);
  }
}

/** Yields after each portion. */
async function* publishOne(
  { kafka, prefix, dataSource, feed, pollMs }: ChangePublishing,
  binding: ProjectionBinding,
  signal: AbortSignal,
): AsyncGenerator<void> {
  const { name } = binding.projection;
  const topic = changeTopic(name, prefix);
  await createChangeTopic(kafka, topic);
  const publisher = await RowPublisher.open(kafka, topic, name);
  try {
    for await (const message of readChanges({ dataSource, feed, binding, pollMs, after: publisher.cursor, signal })) {
      await publisher.publish(message);
      yield;
    }
  } finally {
    await publisher.close();
  }
}
