import type { CsvRow } from '../csv/csv.scanner';
import type { GroupBy } from '../mapping/mapping';
import type { Flaw } from '../mapping/scope';

export interface Group {
  readonly rows: readonly CsvRow[];
  /** Why none of its rows may be imported. */
  readonly flaw?: Flaw;
}

export interface RowGrouper {
  /** Adds a row, with its flaw if it has one; answers the groups that are complete by it. */
  readonly add: (row: CsvRow, key: string | undefined, flaw: Flaw | undefined) => readonly Group[];
  /** Why no further row may be held: memory stays bounded whatever the file. */
  readonly overflow: () => string | undefined;
  /** The file is read through. */
  readonly end: () => readonly Group[];
  /** The file could not be read further: what lacks may belong to any open group, so that none of them stands. */
  readonly breakOff: (flaw: Flaw) => readonly Group[];
}

const NO_GROUPS: readonly Group[] = [];
const MOST_OPEN_ROWS = 200_000;

/** One per file: a group never goes on in another one. Without `groupBy` each row is a group. */
export function createRowGrouper(groupBy: GroupBy | undefined): RowGrouper {
  if (!groupBy)
    return {
      add: (row, _key, flaw) => [{ rows: [row], flaw }],
      end: () => [],
      breakOff: () => [],
      overflow: () => undefined,
    };
  const { scope = 'consecutive', maxOpenRows = MOST_OPEN_ROWS } = groupBy;
  const open = new Map<string, { rows: CsvRow[]; flaw?: Flaw }>();
  const closed = new Set<string>();
  let openRows = 0;

  return {
    add: (row, key, flaw) => {
      if (key === undefined) return spoilOpen(row, flaw);
      const group = open.get(key);
      if (group) {
        group.rows.push(row);
        group.flaw ??= flaw;
        openRows += 1;
        return NO_GROUPS;
      }
      const complete = scope === 'consecutive' ? closeAll() : NO_GROUPS;
      // A copy: the key is a slice that would keep the whole piece of the file alive.
      open.set(Buffer.from(key).toString(), { rows: [row], flaw: flaw ?? returning(row, key) });
      openRows += 1;
      return complete;
    },
    end: closeAll,
    overflow: () => (openRows > maxOpenRows ? overflowing(maxOpenRows) : undefined),
    breakOff: (flaw) => {
      for (const group of open.values()) group.flaw ??= flaw;
      return closeAll();
    },
  };

  function closeAll(): Group[] {
    const groups = [...open.values()];
    if (scope === 'consecutive') for (const key of open.keys()) closed.add(key);
    open.clear();
    openRows = 0;
    return groups;
  }

  /** It can't be told which of the open groups lacks this row. */
  function spoilOpen(row: CsvRow, flaw: Flaw | undefined): Group[] {
    for (const group of open.values()) group.flaw ??= flaw;
    return [{ rows: [row], flaw }];
  }

  function returning(row: CsvRow, key: string): Flaw | undefined {
    if (!closed.has(key)) return undefined;
    const reason = `rows of the group ${JSON.stringify(key)} do not follow each other; set groupBy.scope to "file" or sort the file`;
    return { row, code: 'group-not-consecutive', reason };
  }
}

const overflowing = (limit: number): string =>
  `more than ${limit} rows are held at once for their groups: sort the file by the group and set groupBy.scope to "consecutive", or raise groupBy.maxOpenRows`;
