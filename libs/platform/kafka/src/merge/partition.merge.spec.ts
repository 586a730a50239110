import * as fc from 'fast-check';
import {
  anyLog,
  batchSizes,
  type LogEvent,
  type LogRecord,
  PARTITIONS,
  publish,
  type Topic,
  topicOf,
} from '../testing/published.log';
import type { Hole } from './partition.chain';
import { PartitionMerge } from './partition.merge';

interface Reading {
  readonly events: LogEvent[];
  readonly holes: Hole[];
  readonly position: bigint | undefined;
}

/**
 * Reads a topic: `turns` say whose record comes next, and after each everything is taken that can be, in batches of
 * `maxEvents`. Holes are repaired from the log.
 */
function read(
  topic: Topic,
  log: readonly LogEvent[],
  { after, turns = [], maxEvents = 4 }: { after?: bigint | undefined; turns?: number[]; maxEvents?: number } = {},
): Reading {
  const merge = new PartitionMerge<LogEvent>(PARTITIONS, after);
  const rest = topic.map((records) => [...records]);
  const events: LogEvent[] = [];
  const holes: Hole[] = [];
  let position = after;
  const drain = () => {
    for (;;) {
      const taken = merge.take(maxEvents);
      const { hole } = merge;
      if (taken) {
        expect(taken.events.length).toBeLessThanOrEqual(maxEvents);
        events.push(...taken.events);
        position = taken.position;
      } else if (hole) {
        holes.push(hole);
        events.push(...log.filter((event) => event.position > hole.after && event.position <= hole.upTo));
        merge.repaired((position = hole.upTo));
      } else return;
    }
  };
  const tell = (partition: number, record: LogRecord | undefined) => {
    if (record === undefined) return;
    if ('event' in record) tellEvent(merge, partition, record.event, position);
    else merge.marker(partition, record.marker);
    drain();
  };
  for (const turn of turns) tell(turn % PARTITIONS, rest[turn % PARTITIONS]?.shift());
  for (const [partition, records] of rest.entries()) for (const record of records) tell(partition, record);
  return { events, holes, position };
}

function tellEvent(merge: PartitionMerge<LogEvent>, partition: number, event: LogEvent, complete: bigint | undefined) {
  if (complete === undefined || event.position > complete) merge.event(partition, event);
  else merge.oldEvent(partition, event.position);
}

const beyond = (log: readonly LogEvent[], after: bigint | undefined) =>
  log.filter(({ position }) => after === undefined || position > after);

const turns = fc.array(fc.nat({ max: PARTITIONS - 1 }), { maxLength: 120 });
const maxEvents = fc.integer({ min: 1, max: 6 });
/** Anywhere, also between events and beyond the end. */
const start = fc.option(fc.bigInt({ min: 0n, max: 150n }), { nil: undefined });

/** What befalls one partition. */
const damage = fc.record({
  expired: fc.nat({ max: 15 }),
  lost: fc.array(fc.nat({ max: 60 }), { maxLength: 4 }),
  /** A slice that is delivered again, later. */
  again: fc.array(fc.record({ from: fc.nat({ max: 40 }), length: fc.nat({ max: 10 }), at: fc.nat({ max: 60 }) }), {
    maxLength: 3,
  }),
});
type Damage = typeof damage extends fc.Arbitrary<infer Value> ? Value : never;

function suffer(records: readonly LogRecord[], { expired, lost, again }: Damage): LogRecord[] {
  const left = records.filter((_, index) => index >= expired && !lost.includes(index));
  for (const { from, length, at } of again) {
    const end = Math.min(from + length, left.length);
    left.splice(Math.max(at, end), 0, ...left.slice(from, end));
  }
  return left;
}

/** A second writer's records, put among those of the first in any way that keeps its own order. */
function interleave(first: readonly LogRecord[], second: readonly LogRecord[], places: readonly number[]): LogRecord[] {
  const mixed = [...first];
  let from = 0;
  second.forEach((record, index) => {
    from = Math.min(Math.max(from, (places[index] ?? 0) % (mixed.length + 1)), mixed.length);
    mixed.splice(from++, 0, record);
  });
  return mixed;
}

const endOf = (batch: Topic | undefined): bigint =>
  batch?.flat().reduce((end, record) => ('marker' in record ? record.marker.position : end), -1n) ?? -1n;

describe('merging partitions', () => {
  it('hands out the log in its order, without asking for anything, however partitions take turns', () => {
    fc.assert(
      fc.property(anyLog, batchSizes, turns, maxEvents, (log, sizes, order, most) => {
        const reading = read(topicOf(publish(log, sizes)), log, { turns: order, maxEvents: most });
        expect(reading).toEqual({ events: log, holes: [], position: log.at(-1)?.position });
      }),
    );
  });

  it('hands out what comes after any position', () => {
    fc.assert(
      fc.property(anyLog, batchSizes, start, turns, (log, sizes, after, order) => {
        const { events, holes } = read(topicOf(publish(log, sizes)), log, { after, turns: order });
        expect({ events, holes }).toEqual({ events: beyond(log, after), holes: [] });
      }),
    );
  });

  it('loses nothing and repeats nothing whatever befell the topic and whoever else wrote to it', () => {
    fc.assert(
      fc.property(
        anyLog,
        batchSizes,
        fc.record({ sizes: batchSizes, after: start, places: fc.array(fc.nat({ max: 90 }), { maxLength: 60 }) }),
        fc.tuple(damage, damage, damage),
        start,
        turns,
        (log, sizes, zombie, damages, after, order) => {
          const second = topicOf(publish(log, zombie.sizes, zombie.after));
          const mixed = topicOf(publish(log, sizes)).map((records, p) =>
            interleave(records, second[p] ?? [], zombie.places),
          );
          const damaged = mixed.map((records, p) => suffer(records, damages[p] ?? { expired: 0, lost: [], again: [] }));
          const last = log.at(-1)?.position ?? 0n;
          // Later a relay says where it stands, as it does when it is idle.
          const idle = { marker: { after: last, position: last, events: 0 } };
          const { events } = read(
            damaged.map((records) => [...records, idle]),
            log,
            { after, turns: order },
          );
          expect(events).toEqual(beyond(log, after));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('asks for nothing where whole batches come again, cut in another way', () => {
    fc.assert(
      fc.property(anyLog, batchSizes, batchSizes, start, turns, (log, sizes, others, from, order) => {
        const topic = topicOf([...publish(log, sizes), ...publish(log, others, from)]);
        expect(read(topic, log, { turns: order })).toMatchObject({ events: log, holes: [] });
      }),
    );
  });

  it('asks for the batch of an event that was lost, and for no more', () => {
    fc.assert(
      fc.property(anyLog, batchSizes, fc.nat(), turns, (log, sizes, chosen, order) => {
        const lost = log[chosen % Math.max(log.length, 1)];
        const topic = topicOf(publish(log, sizes)).map((records) =>
          records.filter((record) => !('event' in record) || record.event !== lost),
        );
        const { events, holes } = read(topic, log, { turns: order });
        const batch = topicOf(publish(log, sizes))[0]
          ?.flatMap((record) => ('marker' in record ? [record.marker] : []))
          .find(({ position }) => lost !== undefined && position >= lost.position);
        expect(events).toEqual(log);
        expect(holes).toEqual(batch ? [{ after: batch.after ?? -1n, upTo: batch.position }] : []);
      }),
    );
  });

  it('asks for what expired in any partition, and for no more', () => {
    const gone = fc.array(fc.nat({ max: 6 }), { minLength: PARTITIONS, maxLength: PARTITIONS });
    fc.assert(
      fc.property(anyLog, batchSizes, gone, turns, (log, sizes, goneOf, order) => {
        const batches = publish(log, sizes);
        const topic = goneOf.map((count, partition) => topicOf(batches.slice(count))[partition] ?? []);
        const newestGone = Math.max(...goneOf);
        // Where a partition has nothing left, nothing can be known before its next marker.
        fc.pre(newestGone < batches.length);
        const { events, holes } = read(topic, log, { turns: order });
        expect(events).toEqual(log);
        const asked = holes.reduce((sum, { after, upTo }) => sum + upTo - after, 0n);
        expect(asked).toBe(newestGone === 0 ? 0n : endOf(batches[newestGone - 1]) + 1n);
      }),
    );
  });

  it('waits for a partition that is behind, without asking for what it may still bring', () => {
    const log = [1n, 2n, 3n].map((position, partition) => ({ position, partition }));
    const topic = topicOf(publish(log, []));
    const withoutLast = topic.map((records, partition) => (partition === 2 ? [] : records));
    expect(read(withoutLast, log)).toEqual({ events: [], holes: [], position: undefined });
  });
});
