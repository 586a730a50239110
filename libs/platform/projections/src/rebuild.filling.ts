import type { DataSource } from 'typeorm';
import type { Feed } from './feed';
import type { ProjectionFold } from './projection.fold';
import { leastOf } from './position.least';
import { runProjections } from './projection.run';
import type { RunProgress } from './run.options';

interface FillingOptions {
  readonly dataSource: DataSource;
  readonly feed: Feed;
  readonly folds: readonly ProjectionFold[];
  readonly maxBatchEvents?: number;
  readonly longestWaitMs: number;
  readonly signal?: AbortSignal;
}

/** A run of shadow projections in the background, whose progress can be awaited. */
export class RebuildFilling {
  private readonly stopping = new AbortController();
  private readonly run: Promise<void>;
  private readonly waiting = new Set<() => void>();
  private position: bigint | undefined;
  private caughtUp = false;
  private ended = false;

  constructor(
    private readonly options: FillingOptions,
    onProgress: (progress: RunProgress) => void,
  ) {
    const { signal, maxBatchEvents = 1_000 } = options;
    this.position = leastOf(options.folds.map(({ committed }) => committed));
    this.run = runProjections({
      ...options,
      maxBatchEvents,
      signal: signal ? AbortSignal.any([signal, this.stopping.signal]) : this.stopping.signal,
      onProgress: (progress) => {
        this.position = progress.committed;
        this.caughtUp ||= progress.caughtUp;
        onProgress(progress);
        for (const look of this.waiting) look();
      },
    }).finally(() => {
      this.ended = true;
      for (const look of this.waiting) look();
    });
    this.run.catch(() => undefined);
  }

  /**
   * Resolves at the end of the log, or where the serving rows are; rejects with what stopped the run before that.
   * The serving rows move on meanwhile, so they are asked again on arrival.
   */
  async untilCaughtUp(servingPosition: () => Promise<bigint | undefined>): Promise<void> {
    for (let serving = await servingPosition(); ;) {
      await this.until(() => this.caughtUp || this.ended || (serving !== undefined && this.isAt(serving)));
      if (this.ended) break;
      if (this.caughtUp) return;
      serving = await servingPosition();
      if (serving !== undefined && this.isAt(serving)) return;
    }
    await this.run;
    this.options.signal?.throwIfAborted();
    throw new Error('the feed ended before it was caught up');
  }

  /** False where the time was too short, or the run ended. */
  async untilReached(wanted: bigint | undefined, limitMs: number): Promise<boolean> {
    const isReached = () => wanted === undefined || this.isAt(wanted);
    await this.until(() => isReached() || this.ended, limitMs);
    return isReached();
  }

  private isAt(wanted: bigint): boolean {
    return this.position !== undefined && this.position >= wanted;
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.run.catch(() => undefined);
  }

  private until(condition: () => boolean, limitMs?: number): Promise<void> {
    return new Promise((resolve) => {
      const look = (isOver: boolean) => {
        if (!isOver && !condition()) return;
        clearTimeout(timer);
        this.waiting.delete(onNews);
        resolve();
      };
      const onNews = () => look(false);
      const timer = limitMs === undefined ? undefined : setTimeout(() => look(true), limitMs);
      this.waiting.add(onNews);
      onNews();
    });
  }
}
