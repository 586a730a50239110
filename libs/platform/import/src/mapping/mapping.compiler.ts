import type { CsvRow } from '../csv/csv.scanner';
import type { Problem } from '../import.problem';
import { isZone } from '../values/zone.clock';
import { columnResolver } from './column.names';
import { compileCondition } from './condition.compiler';
import { unknownZone } from './conversion.check';
import type { CommandCheck } from './command.check';
import { compileEmissions, type MappedRows } from './emission.compiler';
import type { GroupBy, Mapping, Refusal } from './mapping';
import { namedValues } from './named.values';
import { compileNode } from './node.compiler';
import type { Compiling, Flaw, Memory, Scope } from './scope';

export interface CompiledMapping {
  readonly columns: readonly string[];
  /** The flaw for which a row is left out before rows are grouped. */
  readonly refusalOf: (row: CsvRow) => Flaw | undefined;
  /** Equal for rows that belong together; undefined when the row is too short to tell. */
  readonly groupKeyOf: (row: CsvRow) => string | undefined;
  readonly commandsOf: (group: readonly CsvRow[]) => readonly MappedRows[];
}

/** Prepares a mapping for files with these columns; reports every problem of the mapping, each with its place in it. */
export function compileMapping(
  mapping: Mapping,
  columns: readonly string[] | 'any',
  memory: Memory,
  problems: Problem[],
  check: CommandCheck,
): CompiledMapping {
  const source = mapping.source ?? {};
  const compiling: Compiling = {
    source,
    problems,
    memory,
    check,
    columns: columns === 'any' ? [] : columns,
    column: columnResolver(columns, problems),
    node: (node, path) => compileNode(compiling, node, path),
    condition: (condition, path) => compileCondition(compiling, condition, path),
    value: namedValues(mapping, problems, (node, path) => compileNode(compiling, node, path)),
  };
  if (source.timeZone !== undefined && !isZone(source.timeZone)) {
    problems.push({ at: 'source.timeZone', message: unknownZone(source.timeZone) });
  }
  for (const name of Object.keys(mapping.values ?? {})) compiling.value(name, `values.${name}`);
  return {
    columns: compiling.columns,
    groupKeyOf: compileGroupKey(compiling, mapping.groupBy),
    refusalOf: compileRefusals(compiling, mapping.refuse ?? []),
    commandsOf: compileEmissions(compiling, mapping),
  };
}

function compileGroupKey(compiling: Compiling, groupBy: GroupBy | undefined): CompiledMapping['groupKeyOf'] {
  const indexes = (groupBy?.columns ?? []).map((name, at) => compiling.column(name, `groupBy.columns[${at}]`));
  const [only = 0] = indexes;
  if (indexes.length <= 1) return ({ fields }) => fields[only];
  return ({ fields }) => {
    const isTooShort = indexes.some((index) => index >= fields.length);
    return isTooShort ? undefined : JSON.stringify(indexes.map((index) => fields[index]));
  };
}

function compileRefusals(compiling: Compiling, refuse: readonly Refusal[]): CompiledMapping['refusalOf'] {
  const refusals = refuse.map(({ when, code, reason }, index) => {
    return { holds: compileCondition(compiling, when, `refuse[${index}].when`), code, reason };
  });
  if (refusals.length === 0) return () => undefined;
  const blank: CsvRow = { line: 0, raw: '', fields: [] };
  const only = [blank];
  // One scope for all rows, since every row comes through here.
  const scope: Scope = { group: only, rows: only, row: blank, index: 0, flaws: [] };
  return (row) => {
    only[0] = row;
    scope.row = row;
    scope.flaws.length = 0;
    const refusal = refusals.find(({ holds }) => holds(scope));
    return scope.flaws[0] ?? (refusal && { row, code: refusal.code, reason: refusal.reason });
  };
}
