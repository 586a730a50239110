import { NOTHING_KNOWN, type EventLog, type EventLogOptions, type KnownLog } from '../log/event-log';
import { ByteSink, ByteSource } from '../streams/byte.stream';
import { decodeIndex, encodeIndex, type IndexState } from '../streams/index.snapshot';
import { readSnapshot, writeSnapshot } from './snapshot.file';

/** How many segments the log grows until the next snapshot: what a start after a kill has to read again, at most. */
const SPACING_SEGMENTS = 2;

/** Keeps a copy of the index beside the log, so that a start need not read all of it. Losing the copy costs time only. */
export class SnapshotKeeper {
  private lastEnd = 0;
  private writing: Promise<void> | undefined;

  constructor(
    private readonly options: EventLogOptions,
    private readonly log: EventLog,
    private readonly state: IndexState,
  ) {}

  /** Fills the (empty) index from the snapshot, if there is one that belongs to the log. */
  async load(): Promise<KnownLog> {
    const snapshot = await readSnapshot(this.options.folder);
    if (snapshot === undefined) return NOTHING_KNOWN;
    const { end, anchor, anchorChecksum, content } = snapshot;
    // A log that is shorter than its snapshot has lost events: reading all of it finds that, and says where.
    if (this.log.frameChecksum(anchor) !== anchorChecksum) return { ...NOTHING_KNOWN, durableEnd: end };
    const source = new ByteSource(content);
    const marks = decodeMarks(source);
    decodeIndex(source, this.state);
    this.lastEnd = end;
    return { end, marks, durableEnd: end };
  }

  /** Call after every commit. */
  grown(): void {
    const spacingBytes = SPACING_SEGMENTS * this.options.segmentBytes;
    if (this.writing !== undefined || this.log.end - this.lastEnd < spacingBytes) return;
    this.writing = this.write().finally(() => (this.writing = undefined));
  }

  /** A last one, at the end of a log that grows no more. */
  async stop(): Promise<void> {
    await this.writing;
    if (this.log.end > this.lastEnd) await this.write();
  }

  private async write(): Promise<void> {
    const { end, marks } = this.log;
    const anchor = marks.at(-1);
    const anchorChecksum = anchor === undefined ? undefined : this.log.frameChecksum(anchor);
    this.lastEnd = end;
    if (anchor === undefined || anchorChecksum === undefined) return;
    // Without a snapshot the next start takes longer, no more: a full disk is for writers to report.
    await writeSnapshot(this.options.folder, { end, anchor, anchorChecksum }, this.encode([...marks], end)).catch(
      () => undefined,
    );
  }

  private *encode(marks: readonly number[], end: number): Generator<Buffer> {
    yield* encodeMarks(marks);
    yield* encodeIndex(this.state, end);
  }
}

function encodeMarks(marks: readonly number[]): Buffer[] {
  const sink = new ByteSink();
  sink.number(marks.length);
  for (const [index, mark] of marks.entries()) sink.number(mark - (marks[index - 1] ?? 0));
  return sink.take(true);
}

function decodeMarks(source: ByteSource): number[] {
  const marks: number[] = [];
  let mark = 0;
  for (let left = source.number(); left > 0; left--) {
    mark += source.number();
    marks.push(mark);
  }
  return marks;
}
