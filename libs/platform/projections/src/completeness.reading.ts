import type { Recorded } from '@tenure/kernel';
import type { TableShape } from '@tenure/postgres';
import { keyOfRow } from './completeness.comparison';
import type { Findings } from './completeness.findings';
import { PlainFold, type UnfoldableEvent } from './completeness.fold';
import { readUpTo } from './completeness.log';
import { hashOf, type KeySample } from './completeness.sample';
import type { RowSnapshot } from './completeness.snapshot';
import type { Feed } from './feed';
import type { AnyProjection } from './projection.binding';

export interface VerifyProgress {
  /** Events read, those of earlier readings included. */
  readonly events: number;
  /** How much of the work, by positions of the log; 0 to 1. */
  readonly done: number;
}

export interface ReadingOptions {
  readonly feed: Feed;
  readonly sample?: KeySample;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: VerifyProgress) => void;
}

/** Keys whose number leaves the remainder. */
interface Share {
  readonly remainder: number;
  readonly modulus: number;
}

/** Reads the log as often as it takes to fold every key within the memory that is given, and compares. */
export class LogReading {
  events = 0;
  readonly unfoldable = new Map<bigint, UnfoldableEvent>();
  private done = 0;

  constructor(
    private readonly options: ReadingOptions,
    private readonly projection: AnyProjection,
    private readonly shape: TableShape,
    private readonly snapshot: RowSnapshot,
    private readonly findings: Findings,
  ) {}

  /** Rows of an insert-only projection are compared as they come. */
  async compareInserted(): Promise<void> {
    const fold = new PlainFold(this.projection, this.shape, () => true, this.snapshot.leftOut);
    for await (const events of this.read(1)) {
      for (const event of events) fold.add(event);
      await this.findings.compare(fold.takeRows().filter((row) => this.isSampled(keyOfRow(this.shape, row))));
    }
    this.note(fold);
  }

  async compareFolded(rowsInMemory: number): Promise<void> {
    const readings = 2 ** Math.ceil(Math.log2(Math.max(1, this.snapshot.rows / rowsInMemory)));
    for (let remainder = 0; remainder < readings; remainder++) {
      await this.compareShare({ remainder, modulus: readings }, 2 * rowsInMemory);
    }
  }

  /** More rows than the table has are a finding, and must not be the end of the memory: the share is cut in two. */
  private async compareShare(share: Share, mostRows: number): Promise<void> {
    const { remainder, modulus } = share;
    const isWanted = (key: string) => isIn(share, key) && this.isSampled([key]);
    const fold = new PlainFold(this.projection, this.shape, isWanted, this.snapshot.leftOut);
    for await (const events of this.read(1 / modulus)) {
      for (const event of events) fold.add(event);
      if (fold.size <= mostRows) continue;
      await this.compareShare({ remainder, modulus: 2 * modulus }, mostRows);
      return this.compareShare({ remainder: remainder + modulus, modulus: 2 * modulus }, mostRows);
    }
    await this.findings.compare(fold.takeRows());
    this.note(fold);
    this.done += 1 / modulus;
  }

  private async *read(share: number): AsyncGenerator<readonly Recorded[]> {
    const { feed, signal, onProgress } = this.options;
    const until = this.snapshot.position;
    if (until === undefined) return;
    for await (const events of readUpTo(feed, until, signal)) {
      yield events;
      this.events += events.length;
      const position = events.at(-1)?.position ?? until;
      const read = until === 0n ? 1 : Number(position) / Number(until);
      onProgress?.({ events: this.events, done: this.done + share * read });
    }
  }

  private isSampled(key: readonly string[]): boolean {
    const { sample } = this.options;
    const { lastHash } = this.snapshot;
    return sample === undefined || lastHash === undefined || hashOf(sample.seed, key) <= lastHash;
  }

  private note(fold: PlainFold): void {
    for (const event of fold.unfoldable) this.unfoldable.set(event.position, event);
  }
}

/** By FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/), which spreads keys that differ in one character. */
function isIn({ remainder, modulus }: Share, key: string): boolean {
  if (modulus === 1) return true;
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return ((hash ^ (hash >>> 15)) >>> 0) % modulus === remainder;
}
