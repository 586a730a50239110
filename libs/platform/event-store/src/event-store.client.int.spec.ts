import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
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

  it('asks nobody for a connection that it never had', async () => {
    const asked: unknown[] = [];
    const server = createServer((socket) => void asked.push(socket.destroy())).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    await connectEventStore(`esdb+discover://127.0.0.1:${port}?tls=false`).dispose();
    server.close();
    expect(asked).toEqual([]);
  });

  it('has nothing to close where nothing answered', async () => {
    const client = connectEventStore('esdb+discover://127.0.0.1:1?tls=false&maxDiscoverAttempts=1');
    await expect(headPosition(client)).rejects.toThrow(/discover/);
    await client.dispose();
  });
});
