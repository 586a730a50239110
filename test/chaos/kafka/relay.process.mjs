/** A relay in a process of its own. Settings: JSON in CHAOS_SETTINGS. Ends on SIGTERM, or with its parent. */
import { connectEventStore } from '@tenure/event-store';
import { startRelay } from '@tenure/relay';
import { pino } from 'pino';

const { eventStoreUrl, brokers, topic } = JSON.parse(process.env.CHAOS_SETTINGS);
const log = pino({ level: 'error' }, pino.destination(2));
const client = connectEventStore(eventStoreUrl);
startRelay({
  client,
  brokers,
  log,
  topic: { topic, partitions: 4 },
  times: { watchEveryMs: 500, stalledAfterMs: 8_000 },
});
process.on('SIGTERM', () => process.exit());
process.stdin.on('end', () => process.exit()).resume();
console.log(JSON.stringify({ ready: true }));
