/** The API alone: `api.process.mjs EVENT_STORE_URL DATABASE_URL`. */
import { startApi } from '@tenure/api';
import { openDatabase } from '@tenure/composition';
import { loadConfig } from '@tenure/config';
import { connectEventStore } from '@tenure/event-store';
import pino from 'pino';
import { clockOfParent } from '../lifecycle/clocked.process.mjs';

const [eventStoreUrl, databaseUrl] = process.argv.slice(2);
const { now, tell } = await clockOfParent();
const api = await startApi({
  settings: loadConfig({ PORT: '0', TENURE_RATE_LIMIT_PER_MINUTE: '0' }),
  client: connectEventStore(eventStoreUrl),
  dataSource: await openDatabase(databaseUrl, 8),
  log: pino({ level: 'warn' }, pino.destination(2)),
  clock: { now },
});
tell({ url: api.url });
