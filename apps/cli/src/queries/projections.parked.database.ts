import 'reflect-metadata';
import { setTimeout as delay } from 'node:timers/promises';
import type { Config } from '@tenure/config';
import { createDataSource } from '@tenure/postgres';
import { listParked, readParked, requestRetry, requestSkip, type ParkedSequence } from '@tenure/projections';
import { CliFailure } from '../cli-failure.error';
import { findRunning } from '../running.platform';

/** What is parked, in the database where the engine looks for what it is asked to do. */
export interface ParkedDatabase {
  readonly list: (projection?: string) => ReturnType<typeof listParked>;
  readonly read: (projection: string, sequence: string) => ReturnType<typeof readParked>;
  readonly retry: (projection: string, sequence: string | undefined, by: string) => Promise<number>;
  readonly skip: (projection: string, sequence: string, why: { by: string; reason: string }) => Promise<void>;
}

/** Looks into the database that is set, or that of the platform which runs on the data folder. */
export async function withParkedDatabase<T>(
  config: Config,
  work: (database: ParkedDatabase) => Promise<T>,
): Promise<T> {
  const url = config.databaseUrl ?? (await findRunning(config.dataDir))?.databaseUrl;
  if (url === undefined) {
    throw new CliFailure(
      `No platform runs on the data folder ${config.dataDir}: run \`tenure start\`, or set DATABASE_URL`,
    );
  }
  const dataSource = await createDataSource({ url, entities: [], poolSize: 1, applicationName: 'tenure parked' });
  try {
    return await work({
      list: (projection) => listParked(dataSource, projection),
      read: (projection, sequence) => readParked(dataSource, projection, sequence),
      retry: (projection, sequence, by) => requestRetry(dataSource, projection, sequence, by),
      skip: (projection, sequence, why) => requestSkip(dataSource, projection, sequence, why),
    });
  } finally {
    await dataSource.destroy();
  }
}

const POLL_MS = 100;
const ANSWER_LIMIT_MS = 10_000;

/** What is still parked of what was asked for when the engine is done with it, or after ten seconds. */
export async function untilAnswered(
  { list }: ParkedDatabase,
  projection: string,
  sequence: string | undefined,
): Promise<readonly ParkedSequence[]> {
  const deadlineMs = performance.now() + ANSWER_LIMIT_MS;
  for (;;) {
    const parked = (await list(projection)).filter((one) => sequence === undefined || one.sequence === sequence);
    if (parked.every(({ request }) => request === undefined) || performance.now() > deadlineMs) return parked;
    await delay(POLL_MS);
  }
}
