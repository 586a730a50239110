import { binaryEvent, type EventData, type ResolvedEvent } from '@eventstore/db-client';
import { collect, idsOf, newEvents, newStreamName, useEventStore } from './event-store.fixture';

describe('links', () => {
  const store = useEventStore();
  const target = newStreamName();
  const links = newStreamName();
  const targets = newEvents(3, 'Linked');
  beforeAll(async () => {
    await store.client.appendToStream(target, targets);
    await store.client.appendToStream(
      links,
      [2, 0, 1].map((revision) => linkTo(target, revision)),
    );
  });

  const [first, second, third] = targets.map(({ id }) => id);
  const ids = [third, first, second];

  it('lead to their events forwards and backwards, at revisions of their own', async () => {
    const forwards = await collect(store.client.readStream(links, { resolveLinkTos: true }));
    const options = { resolveLinkTos: true, direction: 'backwards', fromRevision: 'end' } as const;
    const backwards = await collect(store.client.readStream(links, options));
    expect(idsOf(forwards)).toEqual(ids);
    expect(idsOf(backwards)).toEqual(ids.toReversed());
    expect(forwards.map(({ link }) => link?.revision)).toEqual([0n, 1n, 2n]);
  });

  it('lead a subscription to a stream to their events', async () => {
    const subscription = store.client.subscribeToStream(links, { resolveLinkTos: true });
    const seen: ResolvedEvent[] = [];
    for await (const resolved of subscription) if (seen.push(resolved) === 3) break;
    expect(idsOf(seen)).toEqual(ids);
  });

  it('lead a read of $all to their events, at positions of the links', async () => {
    const [link] = await collect(store.client.readStream(links, { maxCount: 1 }));
    const fromPosition = link?.event?.position;
    if (fromPosition === undefined) throw new Error('no position');
    const [resolved] = await collect(store.client.readAll({ fromPosition, resolveLinkTos: true, maxCount: 1 }));
    expect(resolved).toMatchObject({ event: { id: third }, link: { position: fromPosition } });
    expect(resolved?.commitPosition).toBe(fromPosition.commit);
  });

  it.each([
    { fate: 'truncated', end: (stream: string) => store.client.setStreamMetadata(stream, { truncateBefore: 1 }) },
    { fate: 'deleted', end: (stream: string) => store.client.deleteStream(stream) },
    { fate: 'tombstoned', end: (stream: string) => store.client.tombstoneStream(stream) },
  ])('to what is $fate keep their place', async ({ end }) => {
    const gone = newStreamName();
    const pointing = newStreamName();
    await store.client.appendToStream(gone, newEvents(2));
    await store.client.appendToStream(pointing, [linkTo(gone, 0), linkTo(target, 1)]);
    await end(gone);
    const [dangling, sound] = await collect(store.client.readStream(pointing, { resolveLinkTos: true }));
    expect(dangling?.event).toBeUndefined();
    expect(dangling?.link?.revision).toBe(0n);
    expect(sound).toMatchObject({ event: { id: second }, link: { revision: 1n } });
  });

  function linkTo(stream: string, revision: number): EventData {
    return binaryEvent({ type: '$>', data: Buffer.from(`${revision}@${stream}`) });
  }
});
