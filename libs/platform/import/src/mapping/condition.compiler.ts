import { parseDecimal, compare } from '../values/exact-decimal';
import { regularExpressionFlaw } from './conversion.check';
import { compareJson } from './expression.compiler';
import type { Condition, ConditionTest, Node } from './mapping';
import { textOf, type Compiling, type Compute, type Json, type Test } from './scope';

export function compileCondition(compiling: Compiling, condition: Condition, path: string): Test {
  if ('all' in condition) return every(compileAll(compiling, statelessFirst(condition.all), `${path}.all`));
  if ('any' in condition) return some(compileAll(compiling, condition.any, `${path}.any`));
  if ('not' in condition) return negated(compileCondition(compiling, condition.not, `${path}.not`));
  if ('position' in condition) return atPosition(condition.position);
  if ('earlier' in condition) return earlierInGroup(compileCondition(compiling, condition.earlier, `${path}.earlier`));
  if ('firstSeen' in condition) {
    const key = compiling.node(condition.firstSeen, `${path}.firstSeen`);
    return whenPresent(key, (value) => compiling.memory.isFirst(path, textOf(value)));
  }
  if ('changed' in condition) {
    const value = compiling.node(condition.changed, `${path}.changed`);
    const within = compiling.node(condition.within, `${path}.within`);
    return (scope) => {
      const [current, key] = [value(scope), within(scope)];
      if (current === undefined || key === undefined) return false;
      return compiling.memory.isChanged(path, textOf(key), textOf(current));
    };
  }
  return compileTest(compiling, condition, path);
}

const compileAll = (compiling: Compiling, conditions: readonly Condition[], path: string): Test[] =>
  conditions.map((condition, index) => compileCondition(compiling, condition, `${path}[${index}]`));

/** What notes a key as seen is asked last, so that a key is not taken for seen where nothing followed from it. */
const statelessFirst = (conditions: readonly Condition[]): Condition[] =>
  conditions.toSorted((a, b) => Number(isStateful(a)) - Number(isStateful(b)));

const isStateful = (condition: Condition): boolean => 'firstSeen' in condition || 'changed' in condition;

function compileTest(compiling: Compiling, test: ConditionTest, path: string): Test {
  const subject = compiling.node(subjectOf(test), path);
  const { equals, notEquals, above, below, before, after } = test;
  if (test.is !== undefined) {
    const wanted = test.is === 'present';
    return (scope) => (subject(scope) !== undefined) === wanted;
  }
  if (equals !== undefined) return whenPresent(subject, (value) => same(value, equals));
  if (notEquals !== undefined) return negated(whenPresent(subject, (value) => same(value, notEquals)));
  if (test.in !== undefined) {
    const words = new Set(test.in.map((word) => String(word)));
    return whenPresent(subject, (value) => words.has(textOf(value)));
  }
  if (test.matches !== undefined) {
    const wrong = regularExpressionFlaw(test.matches);
    if (wrong) compiling.problems.push({ at: `${path}.matches`, message: wrong });
    const expression = new RegExp(wrong ? '' : test.matches, 'u');
    return whenPresent(subject, (value) => expression.test(textOf(value)));
  }
  if (above !== undefined) return whenPresent(subject, (value) => compareNumbers(value, above) > 0);
  if (below !== undefined) return whenPresent(subject, (value) => compareNumbers(value, below) < 0);
  if (before !== undefined) return compared(subject, compiling.node(before, `${path}.before`), (order) => order < 0);
  if (after !== undefined) return compared(subject, compiling.node(after, `${path}.after`), (order) => order > 0);
  compiling.problems.push({
    at: path,
    message: 'states no test: add equals, in, matches, is, above, below, before or after',
  });
  return () => false;
}

const subjectOf = ({ column, of }: ConditionTest): Node => (column === undefined ? (of ?? null) : { $column: column });

const same = (value: Json, expected: Json): boolean => textOf(value) === textOf(expected);

/** NaN, which no comparison holds for, where the value is no number. */
function compareNumbers(value: Json, limit: number): number {
  const [left, right] = [parseDecimal(textOf(value), '.'), parseDecimal(String(limit), '.')];
  return left && right ? compare(left, right) : Number.NaN;
}

const whenPresent =
  (subject: Compute, holds: (value: Json) => boolean): Test =>
  (scope) => {
    const value = subject(scope);
    return value !== undefined && holds(value);
  };

const compared =
  (subject: Compute, other: Compute, holds: (order: number) => boolean): Test =>
  (scope) => {
    const [left, right] = [subject(scope), other(scope)];
    return left !== undefined && right !== undefined && holds(compareJson(left, right));
  };

const every =
  (tests: readonly Test[]): Test =>
  (scope) =>
    tests.every((test) => test(scope));
const some =
  (tests: readonly Test[]): Test =>
  (scope) =>
    tests.some((test) => test(scope));
const negated =
  (test: Test): Test =>
  (scope) =>
    !test(scope);
const atPosition =
  (position: 'first' | 'last'): Test =>
  ({ index, group }) =>
    position === 'first' ? index === 0 : index === group.length - 1;

const earlierInGroup =
  (test: Test): Test =>
  (scope) => {
    const { row, index, group } = scope;
    let found = false;
    for (let earlier = 0; earlier < index && !found; earlier++) {
      scope.row = group[earlier] ?? row;
      scope.index = earlier;
      found = test(scope);
    }
    scope.row = row;
    scope.index = index;
    return found;
  };
