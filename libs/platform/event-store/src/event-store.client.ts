import { EventStoreDBClient } from '@eventstore/db-client';

/** The one way to reach EventStoreDB: `esdb://host:port?tls=false` or any connection string of the official client. */
export function connectEventStore(connectionString: string): EventStoreDBClient {
  const client = EventStoreDBClient.connectionString(connectionString);
  const { dispose } = client;
  const getChannel = client['getChannel'];
  let opened: ReturnType<typeof getChannel> | undefined;
  client['getChannel'] = () => (opened = getChannel());
  // The client's own ends its streams and leaves its connection open, with timers that keep all of it in memory.
  client.dispose = async () => {
    await dispose();
    await opened?.then(
      (channel) => channel.close(),
      () => undefined, // Nothing was reached, so nothing is open.
    );
  };
  return client;
}

/** Position of the newest event of the log; undefined where it is empty. */
export async function headPosition(client: EventStoreDBClient): Promise<bigint | undefined> {
  let head: bigint | undefined;
  // Read to its end: a read that is left early keeps the client from being disposed of.
  for await (const { event, commitPosition } of client.readAll({
    direction: 'backwards',
    fromPosition: 'end',
    maxCount: 1,
  })) {
    head = event?.position?.commit ?? commitPosition;
  }
  return head;
}
