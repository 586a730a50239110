import type { FileSummary } from '../import.summary';
import { openFile, type InputFile } from '../input/input.files';
import { openRejects, type RejectsWriter } from '../rows/rejects.writer';
import { createRowLedger, type RowLedger } from '../rows/row.ledger';
import { createFileReader } from './file.reader';
import { loadCheck } from '../mapping/command.check';
import { createMappingMemory } from '../mapping/mapping.memory';
import { compileForFiles } from './mapping.preflight';
import type { ReaderJob, ReaderSettings, Unit, UnitFate } from './unit';
import { createUnitsUnderWay } from './units.under-way';

export interface ReaderSnapshot {
  readonly rows: ReturnType<RowLedger['rows']>;
  readonly commands: ReturnType<RowLedger['commands']>;
  readonly commandsSettled: number;
  readonly rejections: ReturnType<RowLedger['rejections']>;
  readonly files: readonly FileSummary[];
  readonly bytesRead: number;
  readonly bytesTotal: number;
}

export interface Reader {
  /** Reads, maps and delivers everything; resolves when every unit is settled and the rejects are on disk. */
  readonly run: (job: ReaderJob, deliver: (units: readonly Unit[]) => void) => Promise<void>;
  readonly settle: (fates: readonly UnitFate[]) => void;
  /** Reads no further and waits for nothing. */
  readonly stop: () => void;
  readonly snapshot: () => ReaderSnapshot;
}

/** The half of an import that needs no event store: CSV, mapping, checks, counts, rejects. Runs in any thread. */
export function createReader(settings: ReaderSettings): Reader {
  // Takes a while to load, so it begins before there is anything to read.
  const loading = loadCheck(settings.checkModule);
  loading.catch(() => undefined);
  let rejects: RejectsWriter | undefined;
  const ledger = createRowLedger((rejected) => rejects?.write(rejected));
  const underWay = createUnitsUnderWay(ledger, settings.mostCommandsUnderWay);
  const files: FileSummary[] = [];
  const bytes = { done: 0, current: 0, total: 0 };

  return {
    run: async (job, deliver) => {
      try {
        await readAll(job, deliver);
      } finally {
        await rejects?.close();
      }
    },
    settle: underWay.settle,
    stop: underWay.stop,
    snapshot: () => ({
      rows: ledger.rows(),
      commands: ledger.commands(),
      commandsSettled: ledger.commandsSettled(),
      rejections: ledger.rejections(),
      files: [...files],
      bytesRead: Math.round(bytes.done + bytes.current),
      bytesTotal: bytes.total,
    }),
  };

  async function readAll(job: ReaderJob, deliver: (units: readonly Unit[]) => void): Promise<void> {
    bytes.total = job.files.reduce((total, { weightBytes }) => total + weightBytes, 0);
    const memory = createMappingMemory();
    const compiled = await compileForFiles(job, settings.mappingFile, memory, await loading);
    const writer = await openRejects(settings.rejectsFile);
    rejects = writer;
    for (const file of job.files) {
      if (underWay.isStopped()) break;
      const mapping = compiled.get(file);
      if (mapping)
        files.push(
          await readOne(file, createFileReader({ job, file, mapping, memory, ledger, underWay, deliver }), writer),
        );
    }
    await underWay.allSettled();
  }

  async function readOne(
    file: InputFile,
    reader: ReturnType<typeof createFileReader>,
    writer: RejectsWriter,
  ): Promise<FileSummary> {
    const pieces = openFile(file, (share) => (bytes.current = share * file.weightBytes));
    for await (const piece of untilFault(pieces, reader.fail)) {
      reader.push(piece);
      await writer.drained();
      await underWay.room();
      if (underWay.isStopped() || reader.isBroken()) break;
    }
    const summary = underWay.isStopped() ? reader.summary() : reader.end();
    bytes.done += file.weightBytes;
    bytes.current = 0;
    await underWay.room();
    return summary;
  }
}

async function* untilFault(pieces: AsyncIterable<Buffer>, onFault: (reason: string) => void): AsyncIterable<Buffer> {
  const iterator = pieces[Symbol.asyncIterator]();
  try {
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  } catch (cause) {
    onFault(`can't be read further: ${cause instanceof Error ? cause.message : String(cause)}`);
  } finally {
    await iterator.return?.();
  }
}
