import { encodeRow } from './copy.rows';
import type { TableShape } from './table.shape';

const CHUNK_BYTES = 256 * 1024;
/** UTF-16 units of a string become three bytes of UTF-8 at the most. */
const MOST_BYTES_PER_UNIT = 3;

/**
 * Rows as COPY lines outside of the heap, written there one by one: what they were made of need not outlive them, and
 * many rows waiting to be copied cost the garbage collector nothing.
 */
export class CopyBuffer<Row extends object = object> {
  private readonly full: Buffer[] = [];
  private current = Buffer.alloc(0);
  private used = 0;

  constructor(private readonly shape: TableShape<Row>) {}

  /** All of them, or none where one can't be encoded. */
  add(...rows: readonly Row[]): void {
    let line = '';
    for (const row of rows) line += encodeRow(this.shape, row);
    const mostBytes = line.length * MOST_BYTES_PER_UNIT;
    if (this.current.length - this.used < mostBytes) this.begin(Math.max(CHUNK_BYTES, mostBytes));
    this.used += this.current.write(line, this.used, 'utf8');
  }

  /** All lines so far, for `copyChunks`; nothing may be added after. */
  finish(): readonly Buffer[] {
    this.begin(0);
    return this.full;
  }

  private begin(bytes: number): void {
    if (this.used > 0) this.full.push(this.current.subarray(0, this.used));
    this.current = Buffer.allocUnsafe(bytes);
    this.used = 0;
  }
}
