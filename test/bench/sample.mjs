import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandApplication } from '@tenure/composition';
import { runImport } from '@tenure/import';
import { SAMPLES } from './harness.mjs';

const { CHECK_MODULE, commandSink } = createRequire(import.meta.url)('../../apps/cli/dist/import/command.sink.js');

export const ONLINE_RETAIL = ['online-retail', 'online-retail/online-retail-by-day.tar.gz'];
export const CFPB = ['cfpb', 'cfpb/consumer_complaints_2013-2017.csv.gz'];

/** Imports a sample on an event store, without its history-load brackets; how long it took and what it read. */
export async function importSample(client, [mapping, file]) {
  const application = await commandApplication(client);
  const folder = await mkdtemp(join(tmpdir(), 'tenure-bench-'));
  const origin = { correlationId: 'bench', actor: 'bench', source: 'bench' };
  const { durationMs, rows } = await runImport({
    mappingFile: join(SAMPLES, `${mapping}.mapping.json`),
    files: [join(SAMPLES, file)],
    rejectsFile: join(folder, 'rejects.csv'),
    sink: commandSink(application.catalogue, application.sender, origin),
    checkModule: CHECK_MODULE,
  });
  await application.close();
  await rm(folder, { recursive: true });
  return { seconds: durationMs / 1000, rows };
}
