/**
 * A projector in a process of its own: `node projector.process.mjs EVENT_STORE_URL DATABASE_URL`. Prints
 * `ready` once its tables are there, and ends when its parent does.
 */
import { openDatabase } from '@tenure/composition';
import { connectEventStore } from '@tenure/event-store';
import { startProjector } from '@tenure/projector';
import pino from 'pino';

const [eventStoreUrl, databaseUrl] = process.argv.slice(2);
const log = pino({ level: 'warn' }, pino.destination(2));
const client = connectEventStore(eventStoreUrl);
const dataSource = await openDatabase(databaseUrl, 10);
startProjector({ client, dataSource, log });
console.log('ready');
process.stdin.resume().on('end', () => process.exit(0));
