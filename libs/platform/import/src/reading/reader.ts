import type { FileSummary } from '../import.summary';
import { openInput, type Input, type InputFile } from '../input/input.files';
import { openRejects, type RejectsWriter } from '../rows/rejects.writer';
import { createRowLedger, type RowLedger } from '../rows/row.ledger';
import { createFileReader } from './file.reader';
import { createMappingMemory } from '../mapping/mapping.memory';
import { compileForFiles } from './mapping.preflight';
import type { Unit, UnitFate, ReaderJob } from './unit';
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
  readonly run: (deliver: (units: readonly Unit[]) => void) => Promise<void>;
  readonly settle: (fates: readonly UnitFate[]) => void;
  /** Reads no further and waits for nothing. */
  readonly stop: () => void;
  readonly snapshot: () => ReaderSnapshot;
}

/** The half of an import that needs no event store: input, CSV, mapping, counts, rejects. Runs in any thread. */
export function createReader(job: ReaderJob): Reader {
  let rejects: RejectsWriter | undefined;
  const ledger = createRowLedger((rejected) => rejects?.write(rejected));
  const underWay = createUnitsUnderWay(ledger, job.mostCommandsUnderWay);
  const files: FileSummary[] = [];
  const bytes = { done: 0, current: 0, total: 0 };

  return {
    run: async (deliver) => {
      const entries = new RegExp(job.mapping.source?.entries ?? '\\.(csv|tsv|txt)$', 'iu');
      const input = await openInput(job.files, entries);
      try {
        await readAll(input, deliver);
      } finally {
        await rejects?.close();
        await input.close();
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

  async function readAll(input: Input, deliver: (units: readonly Unit[]) => void): Promise<void> {
    bytes.total = input.files.reduce((total, { weightBytes }) => total + weightBytes, 0);
    const memory = createMappingMemory();
    const compiled = await compileForFiles(job, input.files, memory);
    const writer = await openRejects(job.rejectsFile);
    rejects = writer;
    for (const file of input.files) {
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
    const pieces = file.open((share) => (bytes.current = share * file.weightBytes));
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
