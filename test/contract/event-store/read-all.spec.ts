import type { AllStreamResolvedEvent } from '@eventstore/db-client';
import { collect, idsOf, newEvents, newStreamName, positionOf, useEventStore } from './event-store.fixture';

describe('reading $all', () => {
  const store = useEventStore();
  const streams = [newStreamName(), newStreamName()];
  const ids: string[] = [];
  let own: AllStreamResolvedEvent[] = [];

  beforeAll(async () => {
    for (let round = 0; round < 10; round++) {
      for (const stream of streams) {
        const events = newEvents(3);
        ids.push(...events.map(({ id }) => id));
        await store.client.appendToStream(stream, events);
      }
    }
    own = (await collect(store.client.readAll())).filter(isOwn);
  });

  it('yields all events in the order in which they were written', () => {
    expect(idsOf(own)).toEqual(ids);
  });

  it('gives every event its own position, ever higher, prepare like commit', () => {
    const positions = own.map(positionOf);
    for (const [index, { commit, prepare }] of positions.entries()) {
      expect(prepare).toBe(commit);
      if (index > 0) expect(commit).toBeGreaterThan(positions[index - 1]?.commit ?? 0n);
    }
  });

  it('yields the same backwards from the end', async () => {
    const backwards = await collect(store.client.readAll({ direction: 'backwards', fromPosition: 'end' }));
    expect(idsOf(backwards.filter(isOwn))).toEqual(ids.toReversed());
  });

  it('includes the position forwards and excludes it backwards', async () => {
    for (const index of [0, 1, 29, 30, 58]) {
      const fromPosition = positionAt(index);
      const [next] = await collect(store.client.readAll({ fromPosition, maxCount: 1 }));
      const before = store.client.readAll({ direction: 'backwards', fromPosition: positionAt(index + 1), maxCount: 1 });
      expect(idsOf(next === undefined ? [] : [next])).toEqual([ids[index]]);
      expect(idsOf(await collect(before))).toEqual([ids[index]]);
    }
  });

  it('stops at the count', async () => {
    const events = await collect(store.client.readAll({ fromPosition: positionAt(0), maxCount: 25 }));
    expect(idsOf(events)).toHaveLength(25);
  });

  it('yields nothing forwards from the end and backwards from the start', async () => {
    expect(await collect(store.client.readAll({ fromPosition: 'end' }))).toEqual([]);
    expect(await collect(store.client.readAll({ direction: 'backwards', fromPosition: 'start' }))).toEqual([]);
  });

  it('agrees on positions with reads of the streams', async () => {
    const positions = new Map(own.map((event) => [event.event?.id, positionOf(event)]));
    for (const stream of streams) {
      for (const { event } of await collect(store.client.readStream(stream))) {
        expect(event?.position).toEqual(positions.get(event?.id));
      }
    }
  });

  function positionAt(index: number): ReturnType<typeof positionOf> {
    const event = own[index];
    if (event === undefined) throw new Error(`event ${index} is missing`);
    return positionOf(event);
  }

  function isOwn({ event }: AllStreamResolvedEvent): boolean {
    return event !== undefined && streams.includes(event.streamId);
  }
});
