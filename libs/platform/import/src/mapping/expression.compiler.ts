import { digestOf } from '../values/stable.id';
import type { CsvRow } from '../csv/csv.scanner';
import { compileConversion } from './conversion.compiler';
import { compileSum } from './sum.compiler';
import { compileTemplate } from './template.compiler';
import type { ChooseExpression, Expression, HashExpression } from './mapping';
import { textOf, type Compiling, type Compute, type Json, type Scope } from './scope';

export function compileExpression(compiling: Compiling, expression: Expression, path: string): Compute {
  if ('$column' in expression) {
    const index = compiling.column(expression.$column, `${path}.$column`);
    const label = `column ${expression.$column}`;
    return compileConversion(compiling, expression, path, label, ({ row }) => row.fields[index]);
  }
  if ('$template' in expression) return compileTemplate(compiling, expression, path);
  if ('$sum' in expression) return compileSum(compiling, expression, path);
  if ('$value' in expression) return compiling.value(expression.$value, `${path}.$value`);
  if ('$hash' in expression) return hashOf(compiling, expression, path);
  if ('$either' in expression) {
    return firstPresent(expression.$either.map((node, index) => compiling.node(node, `${path}.$either[${index}]`)));
  }
  if ('$choose' in expression) return chosen(compiling, expression, path);
  if ('$count' in expression) return ({ rows }) => rows.length;
  if ('$each' in expression) {
    const each = compiling.node(expression.$each, `${path}.$each`);
    return (scope) => overRows(scope, each);
  }
  if ('$last' in expression) {
    const last = compiling.node(expression.$last, `${path}.$last`);
    return (scope) => overRows(scope, last).at(-1);
  }
  if ('$least' in expression) return extreme(compiling.node(expression.$least, `${path}.$least`), -1);
  return extreme(compiling.node(expression.$greatest, `${path}.$greatest`), 1);
}

/** The present values of all rows of the scope. */
function overRows(scope: Scope, compute: Compute): Json[] {
  const { rows, row } = scope;
  const values: Json[] = [];
  for (const each of rows) {
    scope.row = each;
    scope.rows = [each];
    const value = compute(scope);
    if (value !== undefined) values.push(value);
  }
  scope.row = row;
  scope.rows = rows;
  return values;
}

function extreme(compute: Compute, sign: 1 | -1): Compute {
  return (scope) => {
    let best: Json | undefined;
    for (const value of overRows(scope, compute).flatMap((found) => (Array.isArray(found) ? found : [found]))) {
      if (best === undefined || compareJson(value, best) * sign > 0) best = value;
    }
    return best;
  };
}

/** Numbers by size, instants by time, other texts by code unit. */
export function compareJson(a: Json, b: Json): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [left, right] = [textOf(a), textOf(b)];
  if (INSTANT.test(left) && INSTANT.test(right)) return Date.parse(left) - Date.parse(right);
  return left < right ? -1 : left > right ? 1 : 0;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2}))?$/;

const firstPresent =
  (computes: readonly Compute[]): Compute =>
  (scope) => {
    for (const compute of computes) {
      const value = compute(scope);
      if (value !== undefined) return value;
    }
    return undefined;
  };

function chosen(compiling: Compiling, { $choose, otherwise }: ChooseExpression, path: string): Compute {
  const branches = $choose.map(({ when, then }, index) => ({
    holds: compiling.condition(when, `${path}.$choose[${index}].when`),
    compute: compiling.node(then, `${path}.$choose[${index}].then`),
  }));
  const fallback = otherwise === undefined ? undefined : compiling.node(otherwise, `${path}.otherwise`);
  return (scope) => (branches.find(({ holds }) => holds(scope))?.compute ?? fallback)?.(scope);
}

/** Rows that repeat within a file are told apart by their number, counted once however often the value is used. */
function hashOf(
  compiling: Compiling,
  { $hash, prefix = '', countRepeats = false }: HashExpression,
  path: string,
): Compute {
  const indexes =
    $hash === '*'
      ? compiling.columns.map((_name, index) => index)
      : $hash.map((name, index) => compiling.column(name, `${path}.$hash[${index}]`));
  let last: { readonly row: CsvRow; readonly hash: string } | undefined;
  return ({ row }) => {
    if (last?.row === row) return last.hash;
    const digest = digestOf(...indexes.map((index) => row.fields[index]?.trim() ?? ''));
    const repeats = countRepeats ? compiling.memory.count(path, digest) : 1;
    const hash = prefix + (repeats === 1 ? digest : digestOf(digest, String(repeats)));
    last = { row, hash };
    return hash;
  };
}
