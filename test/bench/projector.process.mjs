/**
 * A projector in a process of its own: `node projector.process.mjs EVENT_STORE_URL DATABASE_URL [KAFKA_BROKERS]`. Prints
 * `ready` once its tables are there, and ends when its parent does.
 */
import { openDatabase } from '@tenure/composition';
import { connectEventStore } from '@tenure/event-store';
import { startProjector } from '@tenure/projector';
import pino from 'pino';

const [eventStoreUrl, databaseUrl, brokers] = process.argv.slice(2);
const log = pino({ level: 'warn' }, pino.destination(2));
const client = connectEventStore(eventStoreUrl);
const dataSource = await openDatabase(databaseUrl, 10);
startProjector({ client, dataSource, log, ...(brokers && { feed: await kafkaFeed() }) });
console.log('ready');
process.stdin.resume().on('end', () => process.exit(0));

async function kafkaFeed() {
  const { openKafkaFeed } = await import('./kafka.feed.mjs');
  return openKafkaFeed(client, brokers);
}
