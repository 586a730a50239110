import type { DataSource } from 'typeorm';
import type { Claim } from './checkpoint.store';
import type { Feed } from './feed';
import type { ProjectionBinding } from './projection.binding';
import type { ProjectionFold } from './projection.fold';
import { selectBindings } from './projection.folds';
import type { RunProgress } from './run.options';
import { RebuildFilling } from './rebuild.filling';
import { completeShadows, openShadows, prepareShadows } from './rebuild.shadows';
import { NOTHING_TO_FILL, servingPosition, takePlace } from './rebuild.swap';

export interface RebuildOptions {
  readonly dataSource: DataSource;
  readonly feed: Feed;
  readonly bindings: readonly ProjectionBinding[];
  /** Which to rebuild, in one reading of the log; all where absent. */
  readonly names?: readonly string[];
  /** Position of the newest event of the log; tells an empty log, or one shorter than the rows, from a slow one. */
  readonly head?: () => Promise<bigint | undefined>;
  /**
   * Goes on with what an interrupted rebuild of the same version left, as far as it came, in place of beginning anew. Only
   * right where the fold is still the same.
   */
  readonly resume?: boolean;
  readonly maxBatchEvents?: number;
  readonly cacheRows?: number;
  readonly signal?: AbortSignal;
  /** After each commit: events read so far and the position reached. */
  readonly onProgress?: (progress: RebuildProgress) => void;
}

export interface RebuildProgress {
  readonly events: number;
  readonly position: bigint;
}

/** While a table is filled nobody reads it: a row that changes often is written seldom. */
const FILLING_WAIT_MS = 3_000;
const DEFAULT_CACHE_ROWS = 50_000;
const SWAP_ATTEMPTS = 20;

/**
 * Fills new tables from the start of the log beside the serving ones and puts them in their place in one transaction,
 * at a position that is not before the serving one's. Readers see the old rows or the new, never a mixture. Running
 * engines, here or in other processes, go on and take the new rows over. Whatever stops it leaves the old rows
 * serving; a second rebuild of the same projections shuts the first one out. Needs three connections of the pool.
 */
export async function rebuildProjections(options: RebuildOptions): Promise<RebuildProgress> {
  const { dataSource, bindings } = options;
  const names = options.names ?? bindings.map(({ projection }) => projection.name);
  const selected = selectBindings(bindings, names);
  const held = await prepareShadows(dataSource, selected, { resumeUpTo: await resumeUpTo(options) });
  const progress = { events: 0, position: 0n };
  const onProgress = (step: RunProgress) => {
    progress.events += step.events;
    progress.position = step.folded ?? progress.position;
    options.onProgress?.({ ...progress });
  };
  const isEmpty = options.head !== undefined && (await options.head()) === undefined;
  const serving = async () => withinLog(options, await servingPosition(dataSource, names));
  const first = { held, longestWaitMs: FILLING_WAIT_MS, onProgress, serving };
  if (!isEmpty) await fill(options, selected, first, async () => undefined);
  await completeShadows(dataSource, selected, held);
  const tail = { held, longestWaitMs: 0, onProgress, serving: async () => (await serving()) ?? 0n };
  const swap = (filling: Parameters<typeof takePlace>[2], folds: readonly ProjectionFold[]) =>
    takePlace(dataSource, folds, filling, (position) => withinLog(options, position));
  for (let attempt = 1; attempt <= SWAP_ATTEMPTS; attempt++) {
    const isDone = isEmpty
      ? await swap(NOTHING_TO_FILL, await openShadows(dataSource, selected, held, DEFAULT_CACHE_ROWS))
      : await fill(options, selected, tail, swap);
    if (isDone) return progress;
  }
  throw new Error(`the serving tables stayed locked through ${SWAP_ATTEMPTS} attempts`);
}

const resumeUpTo = async ({ resume, head }: RebuildOptions): Promise<bigint | undefined> =>
  resume ? head?.() : undefined;

/** The serving rows may be of a log that has since been replaced by a shorter one. */
async function withinLog({ head }: RebuildOptions, serving: bigint | undefined): Promise<bigint | undefined> {
  const end = await head?.();
  return end !== undefined && serving !== undefined && serving > end ? end : serving;
}

interface FillingTerms {
  readonly held: readonly Claim[];
  readonly longestWaitMs: number;
  readonly onProgress: (step: RunProgress) => void;
  /** Where the filling may stop, besides the end of the log. */
  readonly serving: () => Promise<bigint | undefined>;
}

/** Runs the shadows from where they are until nothing is left to read, and does the rest while they run on. */
async function fill<T>(
  options: RebuildOptions,
  selected: readonly ProjectionBinding[],
  { held, longestWaitMs, onProgress, serving }: FillingTerms,
  rest: (filling: RebuildFilling, folds: readonly ProjectionFold[]) => Promise<T>,
): Promise<T> {
  const folds = await openShadows(options.dataSource, selected, held, options.cacheRows ?? DEFAULT_CACHE_ROWS);
  const filling = new RebuildFilling({ ...options, folds, longestWaitMs }, onProgress);
  try {
    await filling.untilCaughtUp(serving);
    return await rest(filling, folds);
  } finally {
    await filling.stop();
  }
}
