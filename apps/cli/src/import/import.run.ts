import 'reflect-metadata';
import { mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { CommandCatalogue } from '@tenure/commands';
import { commandApplication, type CommandApplication } from '@tenure/composition';
import { connectEventStore } from '@tenure/event-store';
import { loadMapping, runImport, type ImportSummary, type Mapping } from '@tenure/import';
import { CliFailure } from '../cli-failure.error';
import { openLog } from '../log';
import { ResourceStack } from '../start/resource.stack';
import { awaitStopRequest } from '../start/stop.request';
import { CHECK_MODULE, commandSink } from './command.sink';
import { reachEventStore } from './event-store.access';
import { asHistoryLoad } from './history-load.bracket';
import { historyLoadId } from './history-load.identity';
import { ImportReport } from './import.report';
import type { ImportRequest } from './import.request';

const FORCED_EXIT_CODE = 130;

/** Imports files and tells how it went. Rejects with a CliFailure where not every row could be read. */
export async function importFiles(request: ImportRequest): Promise<void> {
  const { files, options, terminal } = request;
  const mapping = await loadMapping(options.mapping);
  const report = new ImportReport(mapping.name, terminal);
  const loadId = await historyLoadId(options.mapping, files);
  const opened = new ResourceStack();
  const stop = awaitStopRequest(() => process.exit(FORCED_EXIT_CODE));
  try {
    const { catalogue, sender } = await openCommands(request, opened);
    refuseUnknownCommands(mapping, catalogue);
    const origin = { correlationId: loadId, actor: 'import', source: `import:${mapping.name}` };
    const cancel = new AbortController();
    void stop.requested.then(() => cancel.abort());
    const load = { loadId, mapping: mapping.name, files: files.map((file) => basename(file)) };
    const summary = await asHistoryLoad(load, sender, origin, async () =>
      runImport({
        mappingFile: options.mapping,
        files,
        rejectsFile: await prepareRejects(options.rejects ?? join('rejects', `${mapping.name}.csv`)),
        sink: commandSink(catalogue, sender, origin),
        checkModule: CHECK_MODULE,
        onProgress: (progress) => report.progress(progress),
        signal: cancel.signal,
      }),
    );
    report.done(summary, options.json ?? false);
    refuseUnfinished(summary);
  } finally {
    stop.release();
    await opened.closeAll();
  }
}

async function openCommands({ config }: ImportRequest, opened: ResourceStack): Promise<CommandApplication> {
  const log = openLog(config);
  const access = await reachEventStore(config, log, (error) => log.error({ err: error }, 'event store lost'));
  opened.push('The event store', () => access.close());
  const client = connectEventStore(access.url);
  opened.push('The connection to the event store', () => client.dispose());
  const application = await commandApplication(client);
  opened.push('The commands', () => application.close());
  return application;
}

function refuseUnknownCommands({ name, emit }: Mapping, { descriptions }: CommandCatalogue): void {
  const known = descriptions.map(({ command }) => command.name);
  const unknown = emit.map(({ command }) => command).filter((command) => !known.includes(command));
  if (unknown.length === 0) return;
  throw new CliFailure(
    `Mapping ${name} makes ${unknown.join(', ')}, which is no command; known are ${known.join(', ')}`,
  );
}

async function prepareRejects(file: string): Promise<string> {
  await mkdir(dirname(file), { recursive: true });
  return file;
}

function refuseUnfinished({ state, mapping }: ImportSummary): void {
  switch (state) {
    case 'completed':
      return;
    case 'incomplete':
      throw new CliFailure(`${mapping}: not every file could be read to its end`);
    case 'cancelled':
      throw new CliFailure(`${mapping}: cancelled; run the same import again to go on`);
  }
}
