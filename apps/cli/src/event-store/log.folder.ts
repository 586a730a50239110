import { join, resolve } from 'node:path';
import type { Config } from '@tenure/config';
import { CliFailure } from '../cli-failure.error';

/** Where the embedded node of a data folder keeps its log. */
export const eventStoreFolder = (dataDir: string): string => join(dataDir, 'event-store');

/** The folder that is named, or that of the platform's embedded node. */
export function logFolder({ dataDir, eventStoreUrl }: Config, named: string | undefined): string {
  if (named !== undefined) return resolve(named);
  if (eventStoreUrl === undefined) return resolve(eventStoreFolder(dataDir));
  throw new CliFailure(
    'EVENTSTORE_URL is set, and a real EventStoreDB has tools of its own: this is for the log of an embedded node, name its folder with --data',
  );
}
