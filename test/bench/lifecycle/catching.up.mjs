import { commandApplication, domainCodec, openDatabase } from '@tenure/composition';
import { connectEventStore, EventStoreFeed, headPosition } from '@tenure/event-store';
import { clockOfParent } from './clocked.process.mjs';

/**
 * In a process of its own, `NAME.process.mjs EVENT_STORE_URL DATABASE_URL`: starts an automation and tells how long it takes
 * to act on all that was in the log before; then it goes on.
 */
export async function tellCatchingUp(automationOf) {
  const [eventStoreUrl, databaseUrl] = process.argv.slice(2);
  const { now, begun, tell } = await clockOfParent();
  const client = connectEventStore(eventStoreUrl);
  const dataSource = await openDatabase(databaseUrl, 8);
  const { executor, policies, sender } = await commandApplication(client);
  const head = (await headPosition(client)) ?? -1n;
  const automation = automationOf({
    feed: new EventStoreFeed(client, domainCodec, () => undefined),
    dataSource,
    executor,
    policies,
    send: (command, context) => sender.send(command, context),
    now,
    onFailure: (error) => console.error(error),
  });
  begun();
  const start = performance.now();
  automation.start();
  // What it records meanwhile lies behind the head that there was.
  while ((automation.position ?? -1n) < head) await new Promise((resolve) => setTimeout(resolve, 2));
  tell({ caughtUpSeconds: (performance.now() - start) / 1_000 });
}
