import { EventStoreDBClient } from '@eventstore/db-client';
import { startTestEventStore } from './test-event-store';

/** There from the first test to the last; asked for earlier, it throws. */
export type UsedEventStore = { readonly client: EventStoreDBClient; readonly connectionString: string };

/**
 * For Jest: a node and a client that the tests of a file, or of a `describe` block, share; both end with the last test.
 * An address of a server has them use that one, without a node of their own.
 */
export function useTestEventStore(address?: string): UsedEventStore {
  let used: UsedEventStore | undefined;
  let stop: () => Promise<void> = async () => undefined;
  beforeAll(async () => {
    const node = address === undefined ? await startTestEventStore() : undefined;
    stop = async () => node?.stop();
    const connectionString = node?.connectionString ?? String(address);
    used = { connectionString, client: EventStoreDBClient.connectionString(connectionString) };
  });
  afterAll(async () => {
    await used?.client.dispose();
    // Disposing leaves it open, with timers that keep all that the test file loaded in the worker's memory.
    (await used?.client['getChannel']())?.close();
    await stop();
  });
  const inUse = (): UsedEventStore => {
    if (used === undefined) throw new Error('the event store is there from the first test on, not before');
    return used;
  };
  return {
    get client() {
      return inUse().client;
    },
    get connectionString() {
      return inUse().connectionString;
    },
  };
}
