import type { TableShape } from '@tenure/postgres';
import { compareRows, keyOfRow, type RowDifference } from './completeness.comparison';
import type { RowSnapshot } from './completeness.snapshot';

/** How many rows are compared in one statement. */
const COMPARED_TOGETHER = 1_000;

/** What a comparison has come to so far. */
export class Findings {
  readonly counts = { equal: 0, differing: 0, missing: 0, surplus: 0 };
  /** The first one found: rows in the order in which their keys came up in the log, then surplus ones by key. */
  first: RowDifference | undefined;

  constructor(
    private readonly shape: TableShape,
    private readonly snapshot: RowSnapshot,
  ) {}

  async compare(expected: readonly object[]): Promise<void> {
    for (let at = 0; at < expected.length; at += COMPARED_TOGETHER) {
      await this.compareSome(expected.slice(at, at + COMPARED_TOGETHER));
    }
  }

  /** To be called when everything that the events give was compared. */
  async addSurplus(): Promise<void> {
    const { count, first } = await this.snapshot.rest();
    this.counts.surplus = count;
    if (first) this.first ??= { kind: 'surplus', key: keyOfRow(this.shape, first), found: first };
  }

  private async compareSome(expected: readonly object[]): Promise<void> {
    const found = new Map<string, object>();
    for (const row of await this.snapshot.takeOut(expected)) found.set(this.nameOf(row), row);
    for (const row of expected) this.compareOne(row, found.get(this.nameOf(row)));
  }

  private compareOne(expected: object, found: object | undefined): void {
    const key = keyOfRow(this.shape, expected);
    if (found === undefined) {
      this.counts.missing++;
      this.first ??= { kind: 'missing', key, expected };
      return;
    }
    const columns = compareRows(this.shape, expected, found);
    if (columns.length === 0) {
      this.counts.equal++;
      return;
    }
    this.counts.differing++;
    this.first ??= { kind: 'differs', key, columns };
  }

  private readonly nameOf = (row: object): string => JSON.stringify(keyOfRow(this.shape, row));
}
