import type { Recorded } from '@tenure/kernel';
import type { FoldedBatch } from './batch.writer';
import type { Advance } from './checkpoint.store';
import type { FeedBatch } from './feed';
import type { ProjectionFold, RowLoader } from './projection.fold';

/** Folds feed batches for several projections until the writer has time for them. */
export class BatchAccumulator {
  events = 0;
  private advances = new Map<string, Advance>();

  constructor(
    private readonly folds: readonly ProjectionFold[],
    private readonly loaderOf: (fold: ProjectionFold) => RowLoader,
  ) {}

  get isEmpty(): boolean {
    return this.advances.size === 0;
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

  take(): FoldedBatch {
    const advances = [...this.advances.values()];
    const changes = this.folds.map((fold) => ({ fold, rows: fold.takeChanges() }));
    this.advances = new Map();
    this.events = 0;
    return { advances, changes };
  }

  private advance(fold: ProjectionFold, events: readonly Recorded[]): void {
    const { name } = fold.claim;
    const before = this.advances.get(name);
    this.advances.set(name, {
      name,
      position: fold.position,
      eventsSeen: (before?.eventsSeen ?? 0) + events.length,
      lastRecordedAt: events.at(-1)?.recordedAt ?? before?.lastRecordedAt,
    });
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
