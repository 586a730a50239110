/**
 * The automation of the release build in a process of its own: `automation.process.mjs EVENT_STORE_URL DATABASE_URL OPTIONS`,
 * these in JSON: `now` where its clock is to stand still, `notices` where people are to be told.
 */
import { startAutomation } from '@tenure/automation';
import { openDatabase } from '@tenure/composition';
import { connectEventStore } from '@tenure/event-store';
import pino from 'pino';
import { answer } from './answering.mjs';

const [eventStoreUrl, databaseUrl, options] = process.argv.slice(2);
const { now: standing, notices } = JSON.parse(options);
const now = () => standing ?? new Date().toISOString();
const log = pino({ level: 'warn' }, pino.destination(2));
const client = connectEventStore(eventStoreUrl);
const dataSource = await openDatabase(databaseUrl, 8);
const automation = await startAutomation({ client, dataSource, log, now, ...(notices && { notices }) });

answer({
  position: async () => String(automation.position ?? -1n),
  close: async () => {
    await automation.close();
    await client.dispose();
    await dataSource.destroy();
    return 'closed';
  },
});
