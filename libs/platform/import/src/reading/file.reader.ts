import type { CsvRow } from '../csv/csv.scanner';
import { invalidIn } from '../csv/text.decoder';
import type { FileSummary } from '../import.summary';
import type { InputFile } from '../input/input.files';
import type { CompiledMapping } from '../mapping/mapping.compiler';
import type { MappedRows } from '../mapping/emission.compiler';
import type { MappingMemory } from '../mapping/mapping.memory';
import type { Flaw } from '../mapping/scope';
import { createRowGrouper, type Group } from '../rows/row.grouper';
import type { RowLedger } from '../rows/row.ledger';
import { rowsBeforeData, startReading } from './file.opening';
import type { ReaderJob, Unit } from './unit';
import type { UnitsUnderWay } from './units.under-way';

interface FileReaderParts {
  readonly job: ReaderJob;
  readonly file: InputFile;
  readonly mapping: CompiledMapping;
  readonly memory: MappingMemory;
  readonly ledger: RowLedger;
  readonly underWay: UnitsUnderWay;
  readonly deliver: (units: readonly Unit[]) => void;
}

export interface FileReader {
  readonly push: (piece: Buffer) => void;
  readonly isBroken: () => boolean;
  readonly summary: () => FileSummary;
  /** The rest of the file can't be had, say because its compression is damaged. */
  readonly fail: (reason: string) => void;
  /** To be called after the last piece, or after the one by which it broke. */
  readonly end: () => FileSummary;
}

const NO_UNITS: readonly Unit[] = [];

/** Takes one file from bytes to units. */
export function createFileReader({
  job,
  file,
  mapping,
  memory,
  ledger,
  underWay,
  deliver,
}: FileReaderParts): FileReader {
  const source = job.mapping.source ?? {};
  const { scanner, decoder } = startReading(source);
  const grouper = createRowGrouper(job.mapping.groupBy);
  let toPass = rowsBeforeData(source);
  let rowCount = 0;
  let lastLine = 0;
  let broken: FileSummary['broken'];
  memory.startFile();

  return {
    push: (piece) => take(scanner.push(decoder.write(piece))),
    isBroken: () => broken !== undefined,
    summary,
    fail: (reason) => deliver(breakOff({ code: 'file-unreadable', line: lastLine + 1, reason }, reason)),
    end,
  };

  function end(): FileSummary {
    if (!broken) take(scanner.push(decoder.end()));
    if (!broken) take(scanner.end());
    if (!broken) deliver(unitsOf(grouper.end()));
    return summary();
  }

  function take(rows: readonly CsvRow[]): void {
    const units: Unit[] = [];
    for (const row of rows) {
      if (broken) break;
      if (toPass > 0) toPass -= 1;
      else units.push(...takeRow(row));
    }
    const found = scanner.broken();
    if (found && !broken) {
      rowCount += 1;
      const { line, raw, code, reason } = found;
      ledger.reject(file.name, { line, raw, fields: [] }, code, reason);
      units.push(
        ...breakOff(found, `the file can't be read beyond line ${line}, and rows of this group may lie there`),
      );
    }
    if (units.length > 0) deliver(units);
  }

  function takeRow(row: CsvRow): readonly Unit[] {
    rowCount += 1;
    lastLine = row.line;
    const unreadable = flawOf(row);
    const refusal = unreadable ? undefined : mapping.refusalOf(row);
    if (refusal) {
      ledger.reject(file.name, row, refusal.code, refusal.reason);
      return NO_UNITS;
    }
    const units = unitsOf(grouper.add(row, mapping.groupKeyOf(row), unreadable));
    const overflow = grouper.overflow();
    if (overflow === undefined) return units;
    return [...units, ...breakOff({ code: 'too-many-open-rows', line: row.line, reason: overflow }, overflow)];
  }

  function flawOf(row: CsvRow): Flaw | undefined {
    if (row.fault) return { row, code: row.fault.code, reason: row.fault.reason };
    const invalid = decoder.sawInvalid() ? invalidIn(row.raw, source.encoding ?? 'utf-8') : undefined;
    if (invalid) {
      const column = mapping.columns[row.fields.findIndex((field) => invalidIn(field, source.encoding ?? 'utf-8'))];
      return { row, code: 'encoding-invalid', reason: `column ${column ?? '?'} has ${invalid}` };
    }
    if (row.fields.length === mapping.columns.length) return undefined;
    const reason = `the row has ${row.fields.length} fields where there are ${mapping.columns.length} columns`;
    return { row, code: 'wrong-field-count', reason };
  }

  function breakOff(why: NonNullable<FileSummary['broken']>, reason: string): readonly Unit[] {
    const { code, line } = why;
    broken = { code, line, reason: why.reason };
    return unitsOf(grouper.breakOff({ row: { line, raw: '', fields: [] }, code: 'group-incomplete', reason }));
  }

  function unitsOf(groups: readonly Group[]): readonly Unit[] {
    if (groups.length === 0) return NO_UNITS;
    return groups.flatMap(({ rows, flaw }) => {
      const parts = flaw ? [{ rows, flaws: [flaw] }] : mapping.commandsOf(rows);
      return parts.flatMap(unitOf);
    });
  }

  function unitOf(part: MappedRows): Unit[] {
    if ('commands' in part) return [underWay.add(file.name, part.rows, part.orderKey, part.commands)];
    rejectTogether(part.rows, part.flaws);
    return [];
  }

  /** A row with a flaw of its own says so; the others of its group say which one they fell with. */
  function rejectTogether(rows: readonly CsvRow[], flaws: readonly Flaw[]): void {
    const [first] = flaws;
    for (const row of rows) {
      const own = flaws.filter((each) => each.row === row);
      const reason = [...new Set(own.map((each) => each.reason))].join('; ');
      if (own[0]) ledger.reject(file.name, row, own[0].code, reason);
      else if (first) ledger.reject(file.name, row, first.code, `falls with line ${first.row.line}: ${first.reason}`);
    }
  }

  function summary(): FileSummary {
    return broken ? { name: file.name, rows: rowCount, broken } : { name: file.name, rows: rowCount };
  }
}
