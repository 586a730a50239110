/** The running of journeys alone: `journeys.process.mjs EVENT_STORE_URL DATABASE_URL`. */
import { ProjectedCustomerFacts } from '@tenure/behaviour-service';
import { commandApplication, domainCodec, openDatabase } from '@tenure/composition';
import { ProjectedCustomerDirectory } from '@tenure/customer-service';
import { connectEventStore, EventStoreFeed } from '@tenure/event-store';
import { CheckpointWaiter } from '@tenure/http';
import { journeyAutomation } from '@tenure/journey-service';
import { clockOfParent } from './clocked.process.mjs';

const [eventStoreUrl, databaseUrl] = process.argv.slice(2);
const { now, begun } = await clockOfParent();
const client = connectEventStore(eventStoreUrl);
const dataSource = await openDatabase(databaseUrl, 10);
const { executor, policies } = await commandApplication(client);
const waiter = new CheckpointWaiter(dataSource);
journeyAutomation({
  feed: new EventStoreFeed(client, domainCodec, () => undefined),
  dataSource,
  executor,
  policies,
  facts: new ProjectedCustomerFacts({ dataSource, waiter, waitLimitMs: 10_000 }),
  customers: new ProjectedCustomerDirectory(dataSource, waiter),
  voucherCodes: { codeOf: (voucherId) => voucherId },
  now,
  onFailure: (error) => console.error(error),
}).start();
begun();
