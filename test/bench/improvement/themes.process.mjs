/** The tagging and watching of what customers say alone: `themes.process.mjs EVENT_STORE_URL DATABASE_URL`. */
import { commandApplication, domainCodec, openDatabase } from '@tenure/composition';
import { connectEventStore, EventStoreFeed, headPosition } from '@tenure/event-store';
import { themeAutomation } from '@tenure/theme-service';
import { clockOfParent } from '../lifecycle/clocked.process.mjs';

const [eventStoreUrl, databaseUrl] = process.argv.slice(2);
const { now, begun, tell } = await clockOfParent();
const client = connectEventStore(eventStoreUrl);
const dataSource = await openDatabase(databaseUrl, 8);
const { sender, policies } = await commandApplication(client);
const head = (await headPosition(client)) ?? -1n;
const automation = themeAutomation({
  feed: new EventStoreFeed(client, domainCodec, () => undefined),
  dataSource,
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
