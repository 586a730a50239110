import 'reflect-metadata';
import { openDatabase } from '@tenure/composition';
import { connectEventStore } from '@tenure/event-store';
import { pino } from 'pino';
import { startAutomation } from '../start.automation';

/** An automation in a process of its own, until it is killed; says `ready` once it has begun. */
async function main(eventStoreUrl: string, databaseUrl: string): Promise<void> {
  const dataSource = await openDatabase(databaseUrl, 8);
  await startAutomation({
    client: connectEventStore(eventStoreUrl),
    dataSource,
    log: pino({ level: 'error' }, process.stderr),
    now: () => new Date().toISOString(),
  });
  process.stdout.write('ready\n');
}

const [, program, eventStoreUrl, databaseUrl] = process.argv;
if (program === __filename && eventStoreUrl !== undefined && databaseUrl !== undefined) {
  void main(eventStoreUrl, databaseUrl);
}
