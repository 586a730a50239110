import {
  persistentSubscriptionToAllSettingsFromDefaults,
  persistentSubscriptionToStreamSettingsFromDefaults,
  type EventStoreDBClient,
} from '@eventstore/db-client';
import { errorOf, itEmbedded, newEvents, newStreamName, useEventStore } from './event-store.fixture';

const SETTINGS = persistentSubscriptionToStreamSettingsFromDefaults();

/** Over gRPC. */
const REFUSED: [what: string, call: (client: EventStoreDBClient) => Promise<unknown>][] = [
  ['creating a persistent subscription', (client) => client.createPersistentSubscriptionToStream('s', 'g', SETTINGS)],
  ['updating a persistent subscription', (client) => client.updatePersistentSubscriptionToStream('s', 'g', SETTINGS)],
  ['deleting a persistent subscription', (client) => client.deletePersistentSubscriptionToStream('s', 'g')],
  ['joining a persistent subscription', (client) => firstErrorOf(client)],
  ['creating a projection', (client) => client.createProjection('p', 'fromAll()')],
  ['enabling a projection', (client) => client.enableProjection('p')],
  ['listing projections', (client) => client.listProjections()],
  ['the state of a projection', (client) => client.getProjectionState('p')],
  ['the result of a projection', (client) => client.getProjectionResult('p')],
];

/** By HTTP/1.1, or not at all, as the client finds that the server lacks the call. */
const BY_OTHER_MEANS: typeof REFUSED = [
  ['listing persistent subscriptions', (client) => client.listAllPersistentSubscriptions()],
  ['the figures of a persistent subscription', (client) => client.getPersistentSubscriptionToStreamInfo('s', 'g')],
  ['replaying parked events', (client) => client.replayParkedMessagesToStream('s', 'g')],
  ['restarting persistent subscriptions', (client) => client.restartPersistentSubscriptionSubsystem()],
];

describe('what the embedded node does not do', () => {
  const store = useEventStore();
  afterEach(async () => {
    const { success } = await store.client.appendToStream(newStreamName(), newEvents(1));
    expect(success).toBe(true);
  });

  for (const [what, call] of REFUSED) {
    itEmbedded(`${what} is unimplemented, and the answer says where it is`, async () => {
      const error = await errorOf(call(store.client));
      expect(error).toMatchObject({
        code: 12,
        message: expect.stringMatching(/use an EventStoreDB or KurrentDB node/),
      });
    });
  }

  for (const [what, call] of BY_OTHER_MEANS) {
    itEmbedded(`${what} is refused by HTTP/1.1 with a sentence that says where it is`, async () => {
      const error = await errorOf(call(store.client));
      expect(error).toMatchObject({ message: expect.stringMatching(/use an EventStoreDB or KurrentDB node/) });
    });
  }

  itEmbedded('a persistent subscription to $all is unsupported: the client asks what a server can do', async () => {
    const settings = persistentSubscriptionToAllSettingsFromDefaults();
    const error = await errorOf(store.client.createPersistentSubscriptionToAll('g', settings));
    expect(error).toMatchObject({ type: 'unsupported' });
  });
});

async function firstErrorOf(client: EventStoreDBClient): Promise<void> {
  const subscription = client.subscribeToPersistentSubscriptionToStream('s', 'g');
  await new Promise<void>((resolve, reject) => subscription.once('error', reject).once('data', () => resolve()));
}
