import type { Recorded } from '@tenure/kernel';
import { isUndecodable, type Feed, type FeedBatch, type FeedEvent, type FeedOptions } from '../feed';

export interface ArrayFeedOptions {
  /** Events a batch at the most, besides what the reader asks for. */
  readonly batchSize?: number;
  /** Every event comes twice, and now and then an earlier one once more. */
  readonly repeating?: boolean;
  /** Stands for a codec: why it refuses the event, if it does. */
  readonly refuse?: (event: Recorded) => string | undefined;
}

/** A log in memory: `append` makes the readers that are caught up go on. Positions must rise. */
export class ArrayFeed implements Feed {
  private readonly log: Recorded[] = [];
  private readonly readers = new Set<() => void>();

  constructor(private readonly options: ArrayFeedOptions = {}) {}

  append(...events: readonly Recorded[]): void {
    for (const event of events) this.log.push(event);
    for (const wake of this.readers) wake();
  }

  readonly head = async (): Promise<bigint | undefined> => this.log.at(-1)?.position;

  readonly reread = async (positions: readonly bigint[]): Promise<readonly FeedEvent[]> => {
    const wanted = new Set(positions);
    return this.log.filter(({ position }) => wanted.has(position)).map((event) => this.decode(event));
  };

  async *batches(after: bigint | undefined, { maxEvents, signal }: FeedOptions): AsyncGenerator<FeedBatch> {
    let next = this.log.findLastIndex((event) => after !== undefined && event.position <= after) + 1;
    let position = after ?? 0n;
    const size = Math.min(maxEvents, this.options.batchSize ?? maxEvents);
    while (!signal.aborted) {
      const events = this.log.slice(next, next + size);
      next += events.length;
      position = events.at(-1)?.position ?? position;
      const caughtUp = next === this.log.length;
      yield { ...this.decodeAll(this.options.repeating ? repeat(events) : events), position, caughtUp };
      if (caughtUp) await this.news(signal, next);
    }
  }

  private decode(event: Recorded): FeedEvent {
    const undecodable = this.options.refuse?.(event);
    return undecodable === undefined ? event : { ...event, undecodable };
  }

  private decodeAll(events: readonly Recorded[]): Pick<FeedBatch, 'events' | 'undecodable'> {
    const { refuse } = this.options;
    if (!refuse) return { events };
    const undecodable = events.map((event) => this.decode(event)).filter(isUndecodable);
    return { events: events.filter((event) => refuse(event) === undefined), undecodable };
  }

  private news(signal: AbortSignal, seen: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        if (!signal.aborted && this.log.length === seen) return;
        this.readers.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.readers.add(wake);
      signal.addEventListener('abort', wake);
      wake();
    });
  }
}

const repeat = (events: readonly Recorded[]): Recorded[] =>
  events.flatMap((event, index) => [event, event, ...events.slice(Math.max(0, index - 1), index)]);
