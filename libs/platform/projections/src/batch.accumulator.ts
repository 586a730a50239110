import type { Recorded } from '@tenure/kernel';
import type { FoldedBatch } from './batch.writer';
import type { Advance } from './checkpoint.store';
import type { FeedBatch } from './feed';
import type { ProjectionFold, RowLoader } from './projection.fold';

/** Rows of one projection that wait to be written, at the most. */
const LONGEST_WAIT_ROWS = 20_000;

interface Waiting {
  readonly advance: Advance;
  readonly sinceMs: number;
}

/** Folds feed batches for several projections until the writer has time for them. */
export class BatchAccumulator {
  /** Since the last `take`. */
  events = 0;
  private readonly waiting = new Map<ProjectionFold, Waiting>();

  constructor(
    private readonly folds: readonly ProjectionFold[],
    private readonly loaderOf: (fold: ProjectionFold) => RowLoader,
    /** How long rows that may change again are kept from being written, while there is much to catch up on. */
    private readonly longestWaitMs: number,
  ) {}

  get isEmpty(): boolean {
    return this.waiting.size === 0;
  }

  /** Each projection takes what is beyond its own position, once, however often the feed repeats it. */
  async add(batch: FeedBatch): Promise<void> {
    for (const fold of this.folds) {
      if (fold.position !== undefined && batch.position <= fold.position) continue;
      const events = beyond(fold.position, batch.events);
      await fold.apply(events, this.loaderOf(fold));
      fold.position = batch.position;
      this.advance(fold, events);
    }
    this.events += batch.events.length;
  }

  /** What is due, or everything. */
  take(everything: boolean): FoldedBatch {
    const due = [...this.waiting].filter(([fold, since]) => everything || !this.mayWait(fold, since));
    for (const [fold] of due) this.waiting.delete(fold);
    this.events = 0;
    return due.map(([fold, { advance }]) => ({ fold, advance, rows: fold.takeChanges() }));
  }

  private mayWait(fold: ProjectionFold, { sinceMs }: Waiting): boolean {
    return fold.changeableRows < LONGEST_WAIT_ROWS && performance.now() - sinceMs < this.longestWaitMs;
  }

  private advance(fold: ProjectionFold, events: readonly Recorded[]): void {
    const before = this.waiting.get(fold);
    const advance = {
      name: fold.claim.name,
      position: fold.position,
      eventsSeen: (before?.advance.eventsSeen ?? 0) + events.length,
      lastRecordedAt: events.at(-1)?.recordedAt ?? before?.advance.lastRecordedAt,
    };
    this.waiting.set(fold, { advance, sinceMs: before?.sinceMs ?? performance.now() });
  }
}

function beyond(position: bigint | undefined, events: readonly Recorded[]): readonly Recorded[] {
  let last = position;
  let inOrder = true;
  for (const event of events) {
    if (last !== undefined && event.position <= last) inOrder = false;
    last = event.position;
  }
  if (inOrder) return events;
  let seen = position;
  return events.filter((event) => {
    if (seen !== undefined && event.position <= seen) return false;
    seen = event.position;
    return true;
  });
}
