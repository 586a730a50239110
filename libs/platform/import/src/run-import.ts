import { openInput } from './input/input.files';
import type { ImportProgress, ImportSummary } from './import.summary';
import type { Mapping } from './mapping/mapping';
import { loadMapping } from './mapping/mapping.loader';
import { openReader } from './reading/reader.thread';
import type { Reader, ReaderSnapshot } from './reading/reader';
import type { ReaderJob, UnitFate } from './reading/unit';
import type { ImportSink } from './sending/import.sink';
import { progressOf } from './sending/progress';
import { createUnitDispatcher } from './sending/unit.dispatcher';

export interface ImportOptions {
  readonly mappingFile: string;
  /** CSV files, gzipped or not, and tar archives of such. */
  readonly files: readonly string[];
  readonly sink: ImportSink;
  /** Replaced; holds every refused row with its file, line, code and reason. */
  readonly rejectsFile: string;
  /**
   * Path of a module whose `checkCommand(type, payload)` says what is wrong with a command, asked in the thread that reads,
   * where there is time for it: what it refuses is never sent.
   */
  readonly checkModule?: string;
  /** Heard about four times a second, and once at the end. */
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Units of commands sent at the same time; default 512. */
  readonly concurrency?: number;
  /** Ends the import after what is under way; it can be run again at any time. */
  readonly signal?: AbortSignal;
}

/**
 * Turns rows into commands by a mapping and sends them: in order for each order key, many at once over all. Command ids
 * depend on the content alone, so that importing again, also after an interruption, changes nothing that is there.
 * Throws an ImportProblem, before anything is sent, when mapping and data do not fit; throws what the sink throws.
 */
export async function runImport(options: ImportOptions): Promise<ImportSummary> {
  const { mappingFile, files, rejectsFile, checkModule, concurrency = 512 } = options;
  const startedAtMs = performance.now();
  // Enough for every lane to have its next command at hand; more would only be garbage for longer.
  const mostCommandsUnderWay = Math.max(1024, concurrency * 2);
  // Its thread loads what it needs while the input is unpacked here.
  const reader = openReader({ mappingFile, rejectsFile, checkModule, mostCommandsUnderWay });
  try {
    const mapping = await loadMapping(mappingFile);
    const input = await openInput(files, new RegExp(mapping.source?.entries ?? '\\.(csv|tsv|txt)$', 'iu'));
    const carrying = { ...options, concurrency, startedAtMs, reader, job: { mapping, files: input.files } };
    return await carryAll(carrying).finally(input.close);
  } finally {
    await reader.close();
  }
}

interface Carrying extends ImportOptions {
  readonly concurrency: number;
  readonly startedAtMs: number;
  readonly reader: Reader;
  readonly job: ReaderJob;
}

/** Hands what the reader makes of the rows to the sink, and the reader what became of it. */
async function carryAll(carrying: Carrying): Promise<ImportSummary> {
  const { sink, rejectsFile, onProgress = () => undefined, concurrency, signal, startedAtMs, reader, job } = carrying;
  const fault: { error?: unknown } = {};
  let settled: UnitFate[] = [];
  const hand = (): void => {
    if (settled.length > 0) reader.settle(settled);
    settled = [];
  };
  const dispatcher = createUnitDispatcher({
    sink,
    concurrency,
    isKnown: knownRefusals(job.mapping),
    onSettled: (fate) => {
      if (settled.push(fate) === 1) setImmediate(hand);
    },
    onFault: (error) => {
      fault.error ??= error;
      reader.stop();
    },
  });
  const elapsedMs = (): number => performance.now() - startedAtMs;
  const report = (): void => onProgress(progressOf(reader.snapshot(), elapsedMs()));
  const timer = setInterval(report, REPORT_EVERY_MS);
  const forgetSignal = onAbort(signal, () => void dispatcher.stop().then(hand).then(reader.stop));
  try {
    await reader.run(job, dispatcher.add);
  } finally {
    clearInterval(timer);
    forgetSignal();
    await dispatcher.stop();
  }
  if ('error' in fault) throw fault.error;
  report();
  const ending = { rejectsFile, durationMs: elapsedMs(), isCancelled: signal?.aborted === true };
  return summaryOf(job.mapping, reader.snapshot(), ending);
}

function onAbort(signal: AbortSignal | undefined, listener: () => void): () => void {
  if (signal?.aborted) listener();
  signal?.addEventListener('abort', listener, { once: true });
  return () => signal?.removeEventListener('abort', listener);
}

const REPORT_EVERY_MS = 250;

function summaryOf(
  { name }: Mapping,
  { rows, commands, rejections, files }: ReaderSnapshot,
  ending: { readonly rejectsFile: string; readonly durationMs: number; readonly isCancelled: boolean },
): ImportSummary {
  const { rejectsFile, durationMs, isCancelled } = ending;
  const state = isCancelled ? 'cancelled' : files.some(({ broken }) => broken) ? 'incomplete' : 'completed';
  return { mapping: name, state, rows, commands, rejections, files, rejectsFile, durationMs };
}

function knownRefusals({ emit }: Mapping): (type: string, code: string) => boolean {
  const codes = new Set(
    emit.flatMap(({ command, knownWhenRefused = [] }) => knownWhenRefused.map((code) => `${command} ${code}`)),
  );
  return (type, code) => codes.has(`${type} ${code}`);
}
