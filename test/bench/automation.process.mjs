/**
 * An automation in a process of its own: `node automation.process.mjs EVENT_STORE_URL DATABASE_URL`. Prints `ready` once
 * it has begun, and ends when its parent does.
 */
import { startAutomation } from '@tenure/automation';
import { openDatabase } from '@tenure/composition';
import { connectEventStore } from '@tenure/event-store';
import pino from 'pino';

const [eventStoreUrl, databaseUrl] = process.argv.slice(2);
const log = pino({ level: 'warn' }, pino.destination(2));
const client = connectEventStore(eventStoreUrl);
const dataSource = await openDatabase(databaseUrl, 10);
await startAutomation({ client, dataSource, log, now: () => new Date().toISOString() });
console.log('ready');
process.stdin.resume().on('end', () => process.exit(0));
