import { digestOf } from '../values/stable.id';
import type { CsvRow } from '../csv/csv.scanner';
import { compileConversion } from './conversion.compiler';
import { compileOverRows } from './rows-expression.compiler';
import { compileTemplate } from './template.compiler';
import type { ChooseExpression, Expression, HashExpression } from './mapping';
import type { Compiling, Compute } from './scope';

export function compileExpression(compiling: Compiling, expression: Expression, path: string): Compute {
  if ('$column' in expression) {
    const index = compiling.column(expression.$column, `${path}.$column`);
    const label = `column ${expression.$column}`;
    return compileConversion(compiling, expression, path, label, ({ row }) => row.fields[index]);
  }
  if ('$template' in expression) return compileTemplate(compiling, expression, path);
  if ('$value' in expression) return compiling.value(expression.$value, `${path}.$value`);
  if ('$hash' in expression) return hashOf(compiling, expression, path);
  if ('$choose' in expression) return chosen(compiling, expression, path);
  if ('$either' in expression) {
    return firstPresent(expression.$either.map((node, index) => compiling.node(node, `${path}.$either[${index}]`)));
  }
  return compileOverRows(compiling, expression, path);
}

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
