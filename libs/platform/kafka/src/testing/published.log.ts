import * as fc from 'fast-check';
import type { LogMarker } from '../records/log.marker';

export const PARTITIONS = 3;

export interface LogEvent {
  readonly position: bigint;
  readonly partition: number;
}

export type LogRecord = { readonly event: LogEvent } | { readonly marker: LogMarker };

/** What stands in each partition. */
export type Topic = LogRecord[][];

/** A log whose positions have gaps, as those of EventStoreDB have. */
export const anyLog: fc.Arbitrary<LogEvent[]> = fc
  .array(fc.record({ gap: fc.integer({ min: 1, max: 9 }), partition: fc.integer({ min: 0, max: PARTITIONS - 1 }) }), {
    maxLength: 40,
  })
  .map((steps) => {
    let position = -1n;
    return steps.map(({ gap, partition }) => ({ position: (position += BigInt(gap)), partition }));
  });

/** Sizes of the batches in which a log is published; the rest comes in one. */
export const batchSizes = fc.array(fc.integer({ min: 1, max: 7 }), { maxLength: 20 });

/** The batches, each as the records of each partition: its events and then its marker. */
export function publish(log: readonly LogEvent[], sizes: readonly number[], after?: bigint): Topic[] {
  const batches: Topic[] = [];
  let rest = log.filter(({ position }) => after === undefined || position > after);
  let last = after;
  for (let batch = 0; rest.length > 0; batch++) {
    const size = sizes[batch] ?? rest.length;
    const events = rest.slice(0, size);
    rest = rest.slice(size);
    const position = events.at(-1)?.position ?? 0n;
    batches.push(batchOf(events, last, position));
    last = position;
  }
  return batches;
}

const batchOf = (events: readonly LogEvent[], after: bigint | undefined, position: bigint): Topic =>
  Array.from({ length: PARTITIONS }, (_, partition) => {
    const own = events.filter((event) => event.partition === partition);
    return [...own.map((event) => ({ event })), { marker: { after, position, events: own.length } }];
  });

/** One batch after the other, in every partition. */
export const topicOf = (batches: readonly Topic[]): Topic =>
  Array.from({ length: PARTITIONS }, (_, partition) => batches.flatMap((batch) => batch[partition] ?? []));
