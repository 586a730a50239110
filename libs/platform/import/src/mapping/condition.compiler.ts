import { compare, parseDecimal, ZERO } from '../values/exact-decimal';
import { remembered } from '../values/remembered';
import { regularExpressionFlaw } from './conversion.check';
import { compareJson } from './json.order';
import type { Condition, ConditionTest, Node, RememberingCondition } from './mapping';
import { textOf, type Compiling, type Compute, type Json, type Scope, type Test } from './scope';

export function compileCondition(compiling: Compiling, condition: Condition, path: string): Test {
  if ('all' in condition) return every(compileAll(compiling, statelessFirst(condition.all), `${path}.all`));
  if ('any' in condition) return some(compileAll(compiling, condition.any, `${path}.any`));
  if ('not' in condition) return negated(compileCondition(compiling, condition.not, `${path}.not`));
  if ('position' in condition) return atPosition(condition.position);
  if ('earlier' in condition) return compileEarlier(compiling, condition, path);
  if ('firstSeen' in condition || 'changed' in condition) return compileRemembering(compiling, condition, path);
  return compileTest(compiling, condition, path);
}

function compileEarlier(
  compiling: Compiling,
  { earlier, was }: { readonly earlier: Condition; readonly was?: Condition },
  path: string,
): Test {
  const holds = compileCondition(compiling, earlier, `${path}.earlier`);
  return latestInGroup(holds, was && compileCondition(compiling, was, `${path}.was`));
}

function compileRemembering({ node, memory }: Compiling, condition: RememberingCondition, path: string): Test {
  if ('firstSeen' in condition) {
    const key = node(condition.firstSeen, `${path}.firstSeen`);
    return (scope) => {
      const value = key(scope);
      return value !== undefined && memory.isFirst(path, textOf(value));
    };
  }
  const changed = node(condition.changed, `${path}.changed`);
  const within = node(condition.within, `${path}.within`);
  return (scope) => {
    const [value, key] = [changed(scope), within(scope)];
    return value !== undefined && key !== undefined && memory.isChanged(path, textOf(key), textOf(value));
  };
}

const compileAll = (compiling: Compiling, conditions: readonly Condition[], path: string): Test[] =>
  conditions.map((condition, index) => compileCondition(compiling, condition, `${path}[${index}]`));

/** What notes a key as seen is asked last, so that a key is not taken for seen where nothing followed from it. */
const statelessFirst = (conditions: readonly Condition[]): Condition[] =>
  conditions.toSorted((a, b) => Number(isStateful(a)) - Number(isStateful(b)));

const isStateful = (condition: Condition): boolean => 'firstSeen' in condition || 'changed' in condition;

function compileTest(compiling: Compiling, test: ConditionTest, path: string): Test {
  const subject = compiling.node(subjectOf(test), path);
  const [found] = [testOfWords(test), testOfText(compiling, test, path), testOfOrder(compiling, test, path)].filter(
    (each) => each !== undefined,
  );
  if (found) return (scope) => found(subject(scope), scope);
  const message = 'states no test: add equals, notEquals, in, matches, is, above, below, before or after';
  compiling.problems.push({ at: path, message });
  return () => false;
}

type ValueTest = (value: Json | undefined, scope: Scope) => boolean;

function testOfWords({ equals, notEquals, in: words, is }: ConditionTest): ValueTest | undefined {
  if (equals !== undefined) return ifPresent((value) => same(value, equals));
  if (notEquals !== undefined) return (value) => value === undefined || !same(value, notEquals);
  if (words !== undefined) return ifPresent((value) => words.some((word) => same(value, word)));
  return is && ((value) => (value !== undefined) === (is === 'present'));
}

function testOfText({ problems }: Compiling, { matches }: ConditionTest, path: string): ValueTest | undefined {
  if (matches === undefined) return undefined;
  const wrong = regularExpressionFlaw(matches);
  if (wrong) problems.push({ at: `${path}.matches`, message: wrong });
  const expression = new RegExp(wrong ? '' : matches, 'u');
  return ifPresent((value) => expression.test(textOf(value)));
}

function testOfOrder(compiling: Compiling, test: ConditionTest, path: string): ValueTest | undefined {
  const { above, below, before, after } = test;
  if (above !== undefined) return ordered(comparedTo(above), (order) => order > 0);
  if (below !== undefined) return ordered(comparedTo(below), (order) => order < 0);
  if (before !== undefined) return compared(compiling.node(before, `${path}.before`), (order) => order < 0);
  return after === undefined ? undefined : compared(compiling.node(after, `${path}.after`), (order) => order > 0);
}

const ordered = (orderOf: (value: Json) => number, holds: (order: number) => boolean): ValueTest =>
  ifPresent((value) => holds(orderOf(value)));

const ifPresent =
  (holds: (value: Json) => boolean): ValueTest =>
  (value) =>
    value !== undefined && holds(value);

const compared =
  (other: Compute, holds: (order: number) => boolean): ValueTest =>
  (value, scope) => {
    const against = other(scope);
    return value !== undefined && against !== undefined && holds(compareJson(value, against));
  };

const subjectOf = ({ column, of }: ConditionTest): Node => (column === undefined ? (of ?? null) : { $column: column });

const same = (value: Json, expected: Json): boolean => textOf(value) === textOf(expected);

/** Orders a value against a number, exactly; NaN, which no comparison holds for, where the value is no number. */
function comparedTo(limit: number): (value: Json) => number {
  const fixed = parseDecimal(String(limit), '.') ?? ZERO;
  const order = remembered((text) => {
    const number = parseDecimal(text, '.');
    return number ? compare(number, fixed) : Number.NaN;
  });
  return (value) => order(textOf(value));
}

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

/** Looks back from the row for the nearest one that `holds`, and asks `was` of it. */
const latestInGroup =
  (holds: Test, was: Test = () => true): Test =>
  (scope) => {
    const { row, index, group } = scope;
    let answer = false;
    for (let earlier = index - 1; earlier >= 0; earlier--) {
      scope.row = group[earlier] ?? row;
      scope.index = earlier;
      if (!holds(scope)) continue;
      answer = was(scope);
      break;
    }
    scope.row = row;
    scope.index = index;
    return answer;
  };
