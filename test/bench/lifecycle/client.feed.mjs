import { excludeSystemEvents } from '@eventstore/db-client';
import { headPosition, toStored } from '@tenure/event-store';

/** What is in the log now, by the official client's own subscription: a reference that does not get faster with our feed. */
export class ClientFeed {
  constructor(client) {
    this.client = client;
  }

  async *batches(_after, { maxEvents, signal }) {
    const head = await headPosition(this.client);
    const subscription = this.client.subscribeToAll({ filter: excludeSystemEvents() });
    signal.addEventListener('abort', () => subscription.unsubscribe());
    let events = [];
    for await (const resolved of subscription) {
      const event = toStored(resolved);
      events.push(event);
      const caughtUp = event.position >= head;
      if (events.length < maxEvents && !caughtUp) continue;
      yield { events, position: event.position, caughtUp };
      events = [];
    }
  }
}
