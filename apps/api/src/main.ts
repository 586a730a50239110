import { openDatabase } from '@tenure/composition';
import { InvalidSettingsError, loadConfig } from '@tenure/config';
import { connectEventStore } from '@tenure/event-store';
import { destination, pino } from 'pino';
import { startApi } from './start.api';

/** The API as a process of its own, on servers that run already; ends on SIGINT or SIGTERM. */
async function main(): Promise<void> {
  const config = loadConfig();
  const { eventStoreUrl, databaseUrl, databaseConnections, logLevel } = config;
  if (eventStoreUrl === undefined || databaseUrl === undefined) throw missingServers();
  const log = pino({ level: logLevel, base: undefined }, destination({ dest: 2, sync: true }));
  const dataSource = await openDatabase(databaseUrl, databaseConnections, (notice) => log.warn(notice));
  const client = connectEventStore(eventStoreUrl);
  const release = async (): Promise<void> => {
    await client.dispose();
    await dataSource.destroy();
  };
  try {
    const api = await startApi({ settings: config, client, dataSource, log });
    console.log(`The API is at ${api.url}, its page at ${api.url}/docs`);
    await stopRequested();
    await api.close();
  } finally {
    await release();
  }
}

const missingServers = (): InvalidSettingsError =>
  new InvalidSettingsError(
    ['EVENTSTORE_URL', 'DATABASE_URL'].map((setting) => ({
      setting,
      message: `${setting} must be set where the API runs alone; \`npm start\` runs everything`,
    })),
  );

const stopRequested = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
