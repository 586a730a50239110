import { compareJson } from './json.order';
import type { RowsExpression } from './mapping';
import type { Compiling, Compute, Json, Scope } from './scope';
import { compileSum } from './sum.compiler';

/** What is taken over all rows of the scope: the group, or the one row where a command is made per row. */
export function compileOverRows(compiling: Compiling, expression: RowsExpression, path: string): Compute {
  if ('$sum' in expression) return compileSum(compiling, expression, path);
  if ('$count' in expression) return ({ rows }) => rows.length;
  if ('$each' in expression) {
    const each = compiling.node(expression.$each, `${path}.$each`);
    return (scope) => overRows(scope, each);
  }
  if ('$first' in expression) return ofFirstRow(compiling.node(expression.$first, `${path}.$first`));
  if ('$last' in expression) {
    const last = compiling.node(expression.$last, `${path}.$last`);
    return (scope) => overRows(scope, last).at(-1);
  }
  if ('$least' in expression) return extreme(compiling.node(expression.$least, `${path}.$least`), -1);
  return extreme(compiling.node(expression.$greatest, `${path}.$greatest`), 1);
}

function ofFirstRow(compute: Compute): Compute {
  return (scope) => {
    const { row, rows, index, group } = scope;
    Object.assign(scope, { row: group[0] ?? row, index: 0 });
    const value = compute(scope);
    Object.assign(scope, { row, rows, index });
    return value;
  };
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

/** Of a list in a row each element counts, so that `{"$greatest": [a, b]}` compares within a row too. */
function extreme(compute: Compute, sign: 1 | -1): Compute {
  return (scope) => {
    let best: Json | undefined;
    for (const value of overRows(scope, compute).flatMap((found) => (isList(found) ? found : [found]))) {
      if (best === undefined || compareJson(value, best) * sign > 0) best = value;
    }
    return best;
  };
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
