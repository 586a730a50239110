import type { FoldedBatch } from './batch.writer';
import type { Advance } from './checkpoint.store';
import type { FeedBatch, FeedEvent } from './feed';
import type { ProjectionFold, RowLoader } from './projection.fold';
import type { Release } from './sequence.parking';

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
  async add({ events, undecodable = [], position }: FeedBatch): Promise<void> {
    await this.addAll(undecodable.length === 0 ? events : inOrder(events, undecodable), position);
  }

  /** The same for events in order, those that can't be decoded among them. */
  async addAll(incoming: readonly FeedEvent[], position: bigint): Promise<void> {
    for (const fold of this.folds) {
      if (fold.position !== undefined && position <= fold.position) continue;
      const events = beyond(fold.position, incoming);
      await fold.apply(events, this.loaderOf(fold));
      fold.position = position;
      this.advance(fold, events);
    }
    this.events += incoming.length;
  }

  /** Folds what a parked sequence has waiting. */
  async release(fold: ProjectionFold, release: Release, events: readonly FeedEvent[]): Promise<void> {
    await fold.release(release, events, this.loaderOf(fold));
    this.advance(fold, []);
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

  private advance(fold: ProjectionFold, events: readonly FeedEvent[]): void {
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

function beyond(position: bigint | undefined, events: readonly FeedEvent[]): readonly FeedEvent[] {
  let last = position;
  let isNew = true;
  for (const event of events) {
    if (last !== undefined && event.position <= last) isNew = false;
    last = event.position;
  }
  if (isNew) return events;
  let seen = position;
  return events.filter((event) => {
    if (seen !== undefined && event.position <= seen) return false;
    seen = event.position;
    return true;
  });
}

/** Both in one, ordered by position. */
export const inOrder = (events: readonly FeedEvent[], undecodable: readonly FeedEvent[]): readonly FeedEvent[] =>
  [...events, ...undecodable].sort((one, other) =>
    one.position < other.position ? -1 : one.position > other.position ? 1 : 0,
  );
