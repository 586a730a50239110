import { jsonEvent } from '@eventstore/db-client';
import { collect, newEvents, newStreamName, revisionsOf, useEventStore } from './event-store.fixture';
import { SubscriptionProbe } from './subscription.fixture';

describe('what metadata cut off', () => {
  const store = useEventStore();

  it('moves with $maxCount while the stream grows', async () => {
    const stream = newStreamName();
    await store.client.setStreamMetadata(stream, { maxCount: 3 });
    for (let last = 0; last < 6; last++) {
      await store.client.appendToStream(stream, newEvents(1));
      const kept = Array.from({ length: Math.min(3, last + 1) }, (_, index) => BigInt(Math.max(0, last - 2) + index));
      expect(await revisions(stream)).toEqual(kept);
    }
  });

  it('comes back when the limit is lifted', async () => {
    const stream = newStreamName();
    await store.client.appendToStream(stream, newEvents(5));
    await store.client.setStreamMetadata(stream, { maxCount: 1 });
    expect(await revisions(stream)).toEqual([4n]);
    await store.client.setStreamMetadata(stream, { maxCount: 3 });
    expect(await revisions(stream)).toEqual([2n, 3n, 4n]);
    await store.client.setStreamMetadata(stream, { truncateBefore: 4 });
    expect(await revisions(stream)).toEqual([4n]);
  });

  it('obeys the strictest of $maxCount, $tb and $maxAge', async () => {
    const stream = newStreamName();
    await store.client.appendToStream(stream, newEvents(10));
    await store.client.setStreamMetadata(stream, { maxCount: 6, truncateBefore: 7, maxAge: 3600 });
    expect(await revisions(stream)).toEqual([7n, 8n, 9n]);
    await store.client.setStreamMetadata(stream, { maxCount: 2, truncateBefore: 7, maxAge: 3600 });
    expect(await revisions(stream)).toEqual([8n, 9n]);
  });

  it('may be said by an append to the $$ stream, as other clients do', async () => {
    const stream = newStreamName();
    await store.client.appendToStream(stream, newEvents(4));
    await store.client.appendToStream(`$$${stream}`, jsonEvent({ type: '$metadata', data: { $tb: 2, team: 'blue' } }));
    expect(await revisions(stream)).toEqual([2n, 3n]);
    const { metadata } = await store.client.getStreamMetadata(stream);
    expect(metadata).toEqual({ truncateBefore: 2, team: 'blue' });
  });

  it('is left out backwards, whatever the revision asked for', async () => {
    const stream = newStreamName();
    await store.client.appendToStream(stream, newEvents(6));
    await store.client.setStreamMetadata(stream, { truncateBefore: 3 });
    const from = async (fromRevision: bigint): Promise<bigint[]> =>
      revisionsOf(await collect(store.client.readStream(stream, { direction: 'backwards', fromRevision })));
    expect(await from(4n)).toEqual([4n, 3n]);
    expect(await from(1n)).toEqual([]);
  });

  it('is not counted by maxCount of a read', async () => {
    const stream = newStreamName();
    await store.client.appendToStream(stream, newEvents(8));
    await store.client.setStreamMetadata(stream, { truncateBefore: 5 });
    const options = { fromRevision: 'start', maxCount: 2 } as const;
    expect(revisionsOf(await collect(store.client.readStream(stream, options)))).toEqual([5n, 6n]);
  });

  it('is skipped by a subscription that asks for it', async () => {
    const stream = newStreamName();
    await store.client.appendToStream(stream, newEvents(8));
    await store.client.setStreamMetadata(stream, { maxCount: 2 });
    const probe = new SubscriptionProbe(store.client.subscribeToStream(stream, { fromRevision: 1n }));
    await probe.until(({ caughtUps }) => caughtUps === 1);
    await store.client.appendToStream(stream, newEvents(1));
    await probe.until(({ events }) => events.length === 3);
    await probe.stop();
    expect(probe.revisions).toEqual([6n, 7n, 8n]);
  });

  it('is none of the business of the stream beside it', async () => {
    const [cut, whole] = [newStreamName(), newStreamName()];
    for (const stream of [cut, whole]) await store.client.appendToStream(stream, newEvents(3));
    await store.client.setStreamMetadata(cut, { maxCount: 1 });
    expect(await revisions(whole)).toEqual([0n, 1n, 2n]);
  });

  async function revisions(stream: string): Promise<bigint[]> {
    return revisionsOf(await collect(store.client.readStream(stream)));
  }
});
