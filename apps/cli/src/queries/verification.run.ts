import 'reflect-metadata';
import { domainCodec, domainEntities, domainProjections } from '@tenure/composition';
import type { Config } from '@tenure/config';
import { connectEventStore, EventStoreFeed, headPosition } from '@tenure/event-store';
import { createDataSource } from '@tenure/postgres';
import { verifyProjection, type KeySample, type Verification, type VerifyProgress } from '@tenure/projections';
import { CliFailure } from '../cli-failure.error';
import { findRunning } from '../running.platform';
import type { Terminal } from '../terminal';

/** More than all statements of a verification but the copy of the rows, which has no limit, should ever take. */
const STATEMENT_LIMIT_MS = 600_000;

/** Compares one projection with the log, from this process, on the servers that are set or run on the data folder. */
export async function runVerification(
  config: Config,
  name: string,
  sample: KeySample | undefined,
  terminal: Terminal,
): Promise<Verification> {
  const { eventStoreUrl, databaseUrl } = await findServers(config);
  const dataSource = await createDataSource({
    url: databaseUrl,
    entities: domainEntities,
    poolSize: 1,
    statementTimeoutMs: STATEMENT_LIMIT_MS,
    applicationName: 'tenure verify',
  });
  const client = connectEventStore(eventStoreUrl);
  try {
    return await verifyProjection({
      dataSource,
      feed: new EventStoreFeed(client, domainCodec, () => undefined),
      bindings: domainProjections,
      name,
      head: () => headPosition(client),
      sample,
      onProgress: (progress) => terminal.rewrite(`${name}: ${progressText(progress)}`),
    });
  } finally {
    terminal.rewrite('');
    await client.dispose();
    await dataSource.destroy();
  }
}

async function findServers({ eventStoreUrl, databaseUrl, dataDir }: Config) {
  if (eventStoreUrl !== undefined && databaseUrl !== undefined) return { eventStoreUrl, databaseUrl };
  const running = await findRunning(dataDir);
  if (running) {
    return {
      eventStoreUrl: eventStoreUrl ?? running.eventStoreUrl,
      databaseUrl: databaseUrl ?? running.databaseUrl,
    };
  }
  throw new CliFailure(
    `No platform runs on the data folder ${dataDir}: run \`tenure start\`, or set EVENTSTORE_URL and DATABASE_URL`,
  );
}

const progressText = ({ events, done }: VerifyProgress): string =>
  `${events.toLocaleString('en')} events read, ${Math.floor(100 * done)} %`;
