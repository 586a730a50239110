import type { CsvRow } from '../csv/csv.scanner';
import type { Problem } from '../import.problem';
import { isZone } from '../values/zone.clock';
import { columnResolver } from './column.names';
import { compileCondition } from './condition.compiler';
import { unknownZone } from './conversion.check';
import { compileEmissions, type Commands } from './emission.compiler';
import type { Mapping } from './mapping';
import { compileNode } from './node.compiler';
import type { Compiling, Compute, Flaw, Memory, Scope } from './scope';

export interface CompiledMapping {
  readonly columns: readonly string[];
  /** The flaw for which a row is left out before rows are grouped. */
  readonly refusalOf: (row: CsvRow) => Flaw | undefined;
  /** Equal for rows that belong together; undefined when the row is too short to tell. */
  readonly groupKeyOf: (row: CsvRow) => string | undefined;
  readonly commandsOf: (group: readonly CsvRow[]) => Commands | { readonly flaws: readonly Flaw[] };
}

/** Prepares a mapping for files with these columns; reports every problem of the mapping, each with its place in it. */
export function compileMapping(
  mapping: Mapping,
  columns: readonly string[] | 'any',
  memory: Memory,
  problems: Problem[],
): CompiledMapping {
  const values = new Map<string, Compute>();
  const underWay = new Set<string>();
  const source = mapping.source ?? {};
  const compiling: Compiling = {
    source,
    problems,
    memory,
    columns: columns === 'any' ? [] : columns,
    column: columnResolver(columns, problems),
    node: (node, path) => compileNode(compiling, node, path),
    condition: (condition, path) => compileCondition(compiling, condition, path),
    value: namedValue,
  };
  if (source.timeZone !== undefined && !isZone(source.timeZone)) {
    problems.push({ at: 'source.timeZone', message: unknownZone(source.timeZone) });
  }
  for (const name of Object.keys(mapping.values ?? {})) namedValue(name, `values.${name}`);
  const groupIndexes = (mapping.groupBy?.columns ?? []).map((name, index) =>
    compiling.column(name, `groupBy.columns[${index}]`),
  );
  const refusals = (mapping.refuse ?? []).map(({ when, code, reason }, index) => {
    return { holds: compileCondition(compiling, when, `refuse[${index}].when`), code, reason };
  });
  return {
    columns: compiling.columns,
    groupKeyOf: ({ fields }) => {
      if (groupIndexes.some((index) => index >= fields.length)) return undefined;
      return groupIndexes.length === 1
        ? fields[groupIndexes[0] ?? 0]
        : JSON.stringify(groupIndexes.map((at) => fields[at]));
    },
    refusalOf: (row) => {
      if (refusals.length === 0) return undefined;
      const scope = scopeOf(row);
      const refusal = refusals.find(({ holds }) => holds(scope));
      return scope.flaws[0] ?? (refusal && { row, code: refusal.code, reason: refusal.reason });
    },
    commandsOf: compileEmissions(compiling, mapping),
  };

  function namedValue(name: string, path: string): Compute {
    const known = values.get(name);
    if (known) return known;
    const node = mapping.values?.[name];
    if (node === undefined || underWay.has(name)) {
      const message =
        node === undefined ? `no value of the name ${name} stands under values` : `${name} refers to itself`;
      problems.push({ at: path, message });
      return () => undefined;
    }
    underWay.add(name);
    const compute = compileNode(compiling, node, `values.${name}`);
    values.set(name, compute);
    return compute;
  }
}

export const scopeOf = (row: CsvRow): Scope => ({ group: [row], rows: [row], row, index: 0, flaws: [] });
