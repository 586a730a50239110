import { type PostgresConnection, selectRows } from '@tenure/postgres';
import { BatchAccumulator } from './batch.accumulator';
import { type FoldedBatch, writeBatch } from './batch.writer';
import { watchParked } from './parked.watch';
import { tellOfParked } from './parking.word';
import { leastOf } from './position.least';
import { withRunConnections } from './run.connections';
import type { RunOptions } from './run.options';

/** Folded in one go, while the event store sends no more than it may send ahead: fewer than are written together. */
const MOST_EVENTS_AT_ONCE = 128;
/** Longest that folded rows wait while the feed is behind but silent. */
const FLUSH_AFTER_MS = 50;

/**
 * Feeds projections until aborted; resolves then, after the write in progress. While one batch is written the next is
 * folded; whatever came in meanwhile is written together, and at once when the feed is caught up. Rejects on the first
 * failure: what was not committed is then forgotten.
 */
export function runProjections(options: RunOptions): Promise<void> {
  return withRunConnections(options.dataSource, async (writer, loader) => {
    const run = new ProjectionRun(options, writer, loader);
    const clients = [writer.client, loader.client];
    // A connection that breaks while there is nothing to do is replaced before there is.
    for (const client of clients) client.on('error', run.fail);
    try {
      await run.consume();
    } finally {
      for (const client of clients) client.removeListener('error', run.fail);
    }
  });
}

class ProjectionRun {
  private readonly failed = new AbortController();
  private failure: Error | undefined;
  private writing: Promise<void> | undefined;
  private folding = false;
  private unreported = 0;
  private caughtUp = false;
  private timer: NodeJS.Timeout | undefined;
  private lastTurn: Promise<void> = Promise.resolve();
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
    const watch = this.watchParked(signal);
    try {
      for await (const batch of feed.batches(leastOf(folds.map(({ position }) => position)), {
        maxEvents: Math.min(maxBatchEvents, MOST_EVENTS_AT_ONCE),
        signal,
      })) {
        if (signal.aborted) break;
        await this.inTurn(async () => {
          await this.accumulator.add(batch);
          this.unreported += batch.events.length;
          this.caughtUp = batch.caughtUp;
        });
        await this.offer();
      }
    } catch (error) {
      if (!signal.aborted) this.fail(error);
    } finally {
      this.failed.abort();
      await watch;
      this.folding = true;
      clearTimeout(this.timer);
      await this.writing;
    }
    if (this.failure !== undefined) throw this.failure;
  }

  /** Rows and position may be apart while they are folded: nothing is written then, and one folds at a time. */
  private inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.lastTurn.then(async () => {
      this.folding = true;
      await work();
      this.folding = false;
    });
    this.lastTurn = turn.catch(() => undefined);
    return turn;
  }

  private async watchParked(signal: AbortSignal): Promise<void> {
    const { parked } = this.options;
    if (!parked) return;
    const inTurn = (work: () => Promise<void>) =>
      this.inTurn(async () => {
        await this.writeAll();
        await work();
        await this.writeAll();
        this.report(this.caughtUp);
      });
    await watchParked({ ...this.options, ...parked, signal }, inTurn, (fold, due, events) =>
      this.accumulator.release(fold, due, events),
    ).catch(this.fail);
  }

  private async writeAll(): Promise<void> {
    await this.writing;
    if (this.failure !== undefined) throw this.failure;
    if (!this.accumulator.isEmpty) await this.write(this.accumulator.take(true));
  }

  private async write(batch: FoldedBatch): Promise<void> {
    await writeBatch(this.writer, batch);
    tellOfParked(batch, this.options.onParked);
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
    this.writing = this.write(batch).then(
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
