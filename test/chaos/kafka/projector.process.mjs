/** A projector in a process of its own, fed by Kafka or by the log. Settings: JSON in CHAOS_SETTINGS. */
import { openDatabase } from '@tenure/composition';
import { connectEventStore } from '@tenure/event-store';
import { startProjector } from '@tenure/projector';
import { pino } from 'pino';

const { eventStoreUrl, databaseUrl, logTopic } = JSON.parse(process.env.CHAOS_SETTINGS);
const log = pino({ level: 'error' }, pino.destination(2));
const client = connectEventStore(eventStoreUrl);
process.on('SIGTERM', () => process.exit());
process.stdin.on('end', () => process.exit()).resume();
const dataSource = await openPatiently();
startProjector({ client, dataSource, log, logTopic });
console.log(JSON.stringify({ ready: true }));

/** The database may just be recovering from what was done to it. */
async function openPatiently() {
  for (;;) {
    try {
      return await openDatabase(databaseUrl, 10);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}
