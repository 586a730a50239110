import { EventStoreDBClient } from '@eventstore/db-client';

/** The one way to reach EventStoreDB: `esdb://host:port?tls=false` or any connection string of the official client. */
export const connectEventStore = (connectionString: string): EventStoreDBClient =>
  EventStoreDBClient.connectionString(connectionString);

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
