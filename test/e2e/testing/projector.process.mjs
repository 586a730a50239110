/** A projector of the release build in a process of its own: `projector.process.mjs EVENT_STORE_URL DATABASE_URL`. */
import { openDatabase } from '@tenure/composition';
import { connectEventStore } from '@tenure/event-store';
import { startProjector } from '@tenure/projector';
import pino from 'pino';
import { answer } from './answering.mjs';

const [eventStoreUrl, databaseUrl] = process.argv.slice(2);
const log = pino({ level: 'warn' }, pino.destination(2));
const client = connectEventStore(eventStoreUrl);
const dataSource = await openDatabase(databaseUrl, 6);
const projector = startProjector({ client, dataSource, log });

answer({
  /** The least of all projections. */
  position: async () => {
    const positions = (await projector.status()).map(({ position }) => position ?? -1n);
    return String(positions.reduce((least, position) => (position < least ? position : least)));
  },
  close: async () => {
    await projector.close();
    await client.dispose();
    await dataSource.destroy();
    return 'closed';
  },
});
