import { openConnection, type PostgresConnection, selectRows } from '@tenure/postgres';
import type { DataSource } from 'typeorm';
import { BatchAccumulator } from './batch.accumulator';
import { writeBatch } from './batch.writer';
import type { Feed } from './feed';
import type { ProjectionFold } from './projection.fold';

/** Longest that folded rows wait while the feed is behind but silent. */
const FLUSH_AFTER_MS = 50;

export interface RunOptions {
  readonly dataSource: DataSource;
  readonly feed: Feed;
  readonly folds: readonly ProjectionFold[];
  readonly maxBatchEvents: number;
  /** How long rows that may change again are kept from being written, while there is much to catch up on. */
  readonly longestWaitMs: number;
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: RunProgress) => void;
}

export interface RunProgress {
  /** All rows up to here are committed. */
  readonly committed: bigint | undefined;
  /** All events up to here are folded. */
  readonly folded: bigint | undefined;
  /** Events read since the last word. */
  readonly events: number;
  /** Nothing newer was known. */
  readonly caughtUp: boolean;
}

/**
 * Feeds projections until aborted; resolves then, after the write in progress. While one batch is written the next is
 * folded; whatever came in meanwhile is written together, and at once when the feed is caught up. Rejects on the first
 * failure: what was not committed is then forgotten.
 */
export async function runProjections(options: RunOptions): Promise<void> {
  const writer = await openConnection(options.dataSource);
  const loader = await openConnection(options.dataSource).catch((error: unknown) => {
    writer.release();
    throw error;
  });
  const connections = [writer, loader];
  const run = new ProjectionRun(options, writer, loader);
  // A connection that breaks while there is nothing to do is replaced before there is.
  for (const { client } of connections) client.on('error', run.fail);
  const close = (error?: unknown) => {
    for (const { client, release } of connections) {
      client.removeListener('error', run.fail);
      release(error);
    }
  };
  try {
    await run.consume();
    close();
  } catch (error) {
    close(error);
    throw error;
  }
}

class ProjectionRun {
  private readonly failed = new AbortController();
  private failure: Error | undefined;
  private writing: Promise<void> | undefined;
  private folding = false;
  private unreported = 0;
  private caughtUp = false;
  private timer: NodeJS.Timeout | undefined;
  private readonly accumulator: BatchAccumulator;

  constructor(
    private readonly options: RunOptions,
    private readonly writer: PostgresConnection,
    loader: PostgresConnection,
  ) {
    this.accumulator = new BatchAccumulator(
      options.folds,
      (fold) => (keys) => selectRows(loader.client, fold.shape, [keys], fold.table),
      options.longestWaitMs,
    );
  }

  async consume(): Promise<void> {
    const { feed, folds, maxBatchEvents } = this.options;
    const signal = AbortSignal.any([this.options.signal, this.failed.signal]);
    try {
      for await (const batch of feed.batches(leastOf(folds.map(({ position }) => position)), {
        maxEvents: maxBatchEvents,
        signal,
      })) {
        if (signal.aborted) break;
        this.folding = true;
        await this.accumulator.add(batch);
        this.unreported += batch.events.length;
        this.folding = false;
        this.caughtUp = batch.caughtUp;
        await this.offer();
      }
    } catch (error) {
      if (!signal.aborted) this.fail(error);
    } finally {
      this.folding = true;
      clearTimeout(this.timer);
      await this.writing;
    }
    if (this.failure !== undefined) throw this.failure;
  }

  /** Starts writing where it is worth it, and holds the feed back where too much has piled up. */
  private async offer(): Promise<void> {
    while (this.isFull() && this.writing) await this.writing;
    if (this.caughtUp || this.isFull()) this.flush();
    else this.flushLater();
  }

  private isFull(): boolean {
    return this.accumulator.events >= this.options.maxBatchEvents;
  }

  private flushLater(): void {
    this.timer ??= setTimeout(() => this.flush(), FLUSH_AFTER_MS);
  }

  /** Never in the midst of folding, when rows may be ahead of the position; `offer` comes after it. */
  private flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.writing || this.folding || this.failure !== undefined) return;
    const { caughtUp } = this;
    if (this.accumulator.isEmpty) return this.report(caughtUp);
    const batch = this.accumulator.take(caughtUp);
    if (batch.length === 0) return this.flushLater();
    this.writing = writeBatch(this.writer, batch).then(
      () => {
        this.writing = undefined;
        this.report(caughtUp);
        if (this.accumulator.isEmpty) return;
        if (this.caughtUp) this.flush();
        else this.flushLater();
      },
      (error: unknown) => {
        this.writing = undefined;
        this.fail(error);
      },
    );
  }

  readonly fail = (error: unknown): void => {
    this.failure ??= asError(error);
    this.failed.abort();
  };

  private report(caughtUp: boolean): void {
    const { folds, onProgress } = this.options;
    const committed = leastOf(folds.map((fold) => fold.committed));
    const folded = leastOf(folds.map(({ position }) => position));
    const events = this.unreported;
    this.unreported = 0;
    onProgress?.({ committed, folded, events, caughtUp });
  }
}

const asError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(String(error), { cause: error });

/** Undefined where one is at the start. */
export function leastOf(positions: readonly (bigint | undefined)[]): bigint | undefined {
  let least: bigint | undefined;
  for (const position of positions) {
    if (position === undefined) return undefined;
    if (least === undefined || position < least) least = position;
  }
  return least;
}
