/**
 * The API of the release build in a process of its own: `api.process.mjs EVENT_STORE_URL DATABASE_URL OPTIONS`, these in
 * JSON: `now` where its clock is to stand still.
 */
import { startApi } from '@tenure/api';
import { openDatabase } from '@tenure/composition';
import { loadConfig } from '@tenure/config';
import { connectEventStore } from '@tenure/event-store';
import pino from 'pino';
import { answer } from './answering.mjs';

const [eventStoreUrl, databaseUrl, options] = process.argv.slice(2);
const { now: standing } = JSON.parse(options);
const clock = { now: () => standing ?? new Date().toISOString() };
const log = pino({ level: 'warn' }, pino.destination(2));
const client = connectEventStore(eventStoreUrl);
const dataSource = await openDatabase(databaseUrl, 6);
const settings = loadConfig({ PORT: '0', TENURE_RATE_LIMIT_PER_MINUTE: '0' });
const api = await startApi({ settings, client, dataSource, log, clock });

answer({
  url: async () => api.url,
  close: async () => {
    await api.close();
    await client.dispose();
    await dataSource.destroy();
    return 'closed';
  },
});
