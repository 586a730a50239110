import { eventTypeFilter, jsonEvent, streamNameFilter, type EventData, type Position } from '@eventstore/db-client';
import { newEvents, newStreamName, useEventStore } from './event-store.fixture';
import { SubscriptionProbe } from './subscription.fixture';

describe('a subscription to $all that has caught up', () => {
  const store = useEventStore();
  const probes: SubscriptionProbe[] = [];
  afterEach(async () => {
    await Promise.all(probes.splice(0).map((probe) => probe.stop()));
  });

  it('gets events at the positions that their writers were told', async () => {
    const stream = newStreamName();
    const probe = await caughtUp({ fromPosition: 'end' });
    const told: (Position | undefined)[] = [];
    for (let turn = 0; turn < 20; turn++) {
      told.push((await store.client.appendToStream(stream, newEvents(1))).position);
    }
    await probe.until(() => probe.of(stream).length === 20);
    expect(probe.of(stream).map(({ position }) => position)).toEqual(told);
  });

  it('gets a batch whole and in order', async () => {
    const stream = newStreamName();
    const probe = await caughtUp({ fromPosition: 'end' });
    const events = newEvents(500);
    await store.client.appendToStream(stream, events);
    await probe.until(() => probe.of(stream).length === 500);
    expect(probe.of(stream).map(({ id }) => id)).toEqual(events.map(({ id }) => id));
  });

  it('gets only what its own filter lets through, each beside the other', async () => {
    const [red, blue] = [newStreamName('red'), newStreamName('blue')];
    const [byStream, byType] = await Promise.all([
      caughtUp({ fromPosition: 'end', filter: streamNameFilter({ prefixes: [red] }) }),
      caughtUp({ fromPosition: 'end', filter: eventTypeFilter({ regex: `^Shade${blue.slice(-12)}$` }) }),
    ]);
    for (let turn = 0; turn < 10; turn++) {
      await store.client.appendToStream(red, newEvents(2));
      await store.client.appendToStream(blue, newEvents(3, `Shade${blue.slice(-12)}`));
    }
    await Promise.all([
      byStream.until(({ events }) => events.length === 20),
      byType.until((p) => p.events.length === 30),
    ]);
    expect(new Set(byStream.events.map(({ stream }) => stream))).toEqual(new Set([red]));
    expect(new Set(byType.events.map(({ stream }) => stream))).toEqual(new Set([blue]));
  });

  it('hears of checkpoints while nothing that is written passes its filter', async () => {
    const checkpoints: Position[] = [];
    let hear = (): void => undefined;
    await caughtUp({
      fromPosition: 'end',
      filter: streamNameFilter({
        prefixes: ['nothing-matches'],
        maxSearchWindow: 10,
        checkpointReached: (_subscription, position) => {
          checkpoints.push(position);
          hear();
        },
      }),
    });
    const { position } = await store.client.appendToStream(newStreamName(), newEvents(1));
    const heard = new Promise<void>((resolve) => {
      hear = () => ((checkpoints.at(-1)?.commit ?? 0n) > (position?.commit ?? 0n) ? resolve() : undefined);
    });
    for (let turn = 0; turn < 5; turn++) await store.client.appendToStream(newStreamName(), newEvents(10));
    await heard;
  });

  it('is told of a checkpoint before it is told that it has caught up', async () => {
    const stream = newStreamName();
    const { position } = await store.client.appendToStream(stream, newEvents(1));
    await store.client.appendToStream(stream, newEvents(5));
    const told: string[] = [];
    const filter = streamNameFilter({
      prefixes: ['nothing-matches'],
      checkpointReached: () => void told.push('checkpoint'),
    });
    const subscription = store.client.subscribeToAll({ fromPosition: position ?? 'start', filter });
    await new Promise<void>((resolve, reject) => {
      subscription.on('error', reject).resume();
      subscription.on('caughtUp', () => {
        told.push('caught up');
        resolve();
      });
    });
    await subscription.unsubscribe();
    expect(told.slice(-2)).toEqual(['checkpoint', 'caught up']);
  });

  it('misses and repeats nothing when it reads slowly, and holds nobody up', async () => {
    const stream = newStreamName();
    const slow = store.client.subscribeToAll({ fromPosition: 'end' });
    const quick = await caughtUp({ fromPosition: 'end' });
    // More than the buffers between a server and its client hold.
    const large = (): EventData => jsonEvent({ type: 'Large', data: { text: 'x'.repeat(5000) } });
    for (let batch = 0; batch < 20; batch++) {
      await store.client.appendToStream(stream, Array.from({ length: 150 }, large));
    }
    await quick.until(() => quick.of(stream).length === 3000);
    const seen: bigint[] = [];
    for await (const { event } of slow) {
      if (event?.streamId === stream && seen.push(event.revision) === 3000) break;
    }
    expect(seen).toEqual(Array.from({ length: 3000 }, (_, index) => BigInt(index)));
  });

  async function caughtUp(options: Parameters<typeof store.client.subscribeToAll>[0]): Promise<SubscriptionProbe> {
    const probe = new SubscriptionProbe(store.client.subscribeToAll(options));
    probes.push(probe);
    await probe.until(({ caughtUps }) => caughtUps === 1);
    return probe;
  }
});
