import { useTestEventStore } from '@tenure/embedded-event-store/testing';
import { connectEventStore, headPosition } from './event-store.client';

/** `connectivityState.SHUTDOWN` of gRPC. */
const SHUTDOWN = 4;

describe('a client that is disposed of', () => {
  const eventStore = useTestEventStore();

  it('has closed its connection', async () => {
    const client = connectEventStore(eventStore.connectionString);
    await headPosition(client);
    const channel = await client['getChannel']();
    expect(channel.getConnectivityState(false)).not.toBe(SHUTDOWN);
    await client.dispose();
    expect(channel.getConnectivityState(false)).toBe(SHUTDOWN);
  });

  it('never reached anything where nothing answers', async () => {
    const client = connectEventStore('esdb+discover://127.0.0.1:1?tls=false&maxDiscoverAttempts=1');
    await expect(headPosition(client)).rejects.toThrow(/discover/);
    await client.dispose();
  });
});
