import * as fc from 'fast-check';
import {
  FACT_NAMES,
  holds,
  NUMBER_FACTS,
  type Condition,
  type FactCondition,
  type Facts,
  type NumberCondition,
} from '@tenure/behaviour-contract';
import type { CustomerBehaviour } from './customer.behaviour';
import { factsAt } from './facts.at';
import { dayOfMs } from './epoch.day';
import { nextChangeAt } from './next.change';
import { agreed, ended, folded, loggedIn, ordered } from './testing/behaviour.fixture';
import { anyDocuments, END } from './testing/behaviour.history';
import { timedCondition } from './timed.condition';

const DAY_MS = 86_400_000;
const SCANNED_DAYS = 450;
const iso = (ms: number) => new Date(ms).toISOString();

/** Facts at the start of each day after a moment, and just before the next, as time alone has them. */
function scan(behaviour: CustomerBehaviour, atMs: number): { at: string; facts: Facts }[] {
  const firstMidnight = (Math.floor(atMs / DAY_MS) + 1) * DAY_MS;
  return Array.from({ length: SCANNED_DAYS }, (_, day) => [
    firstMidnight + day * DAY_MS - 1,
    firstMidnight + day * DAY_MS,
  ])
    .flat()
    .filter((ms) => ms > atMs)
    .map((ms) => ({ at: iso(ms), facts: factsAt(behaviour, iso(ms)) }));
}

/** The condition with its bounds moved by what the facts are now, so that they are near enough to be passed. */
function near(condition: Condition, facts: Facts): Condition {
  if ('all' in condition) return { all: condition.all.map((part) => near(part, facts)) };
  if ('any' in condition) return { any: condition.any.map((part) => near(part, facts)) };
  if ('not' in condition) return { not: near(condition.not, facts) };
  return 'atLeast' in condition || 'below' in condition ? moved(condition, facts[condition.fact] ?? 0) : condition;
}

const moved = ({ fact, atLeast, below }: NumberCondition, by: number): NumberCondition => ({
  fact,
  ...(atLeast !== undefined && { atLeast: atLeast + by }),
  ...(below !== undefined && { below: below + by }),
});

const msOf = (at: string | undefined): number => (at === undefined ? Infinity : Date.parse(at));

/** What was predicted, and the first moment of the scan at which the condition holds otherwise than now; infinite for never. */
function compared(asked: Condition, behaviour: CustomerBehaviour, atMs: number, scanned: ReturnType<typeof scan>) {
  const facts = factsAt(behaviour, iso(atMs));
  const condition = near(asked, facts);
  const now = holds(condition, facts);
  expect(timedCondition(condition)(behaviour, dayOfMs(atMs)) > 0).toBe(now);
  const changeMs = msOf(scanned.find((later) => holds(condition, later.facts) !== now)?.at);
  return { predictedMs: msOf(nextChangeAt(condition, behaviour, iso(atMs))), changeMs };
}

/** By how much the bound differs from what the fact is now. */
const bound = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.integer({ min: -100, max: 100 }),
  fc.constantFrom(-0.5, 0.01, 0.1, 0.5, 2.5, 66.67),
);
const anyAtom: fc.Arbitrary<FactCondition> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ fact: fc.constantFrom(...NUMBER_FACTS), atLeast: bound }) },
  { weight: 4, arbitrary: fc.record({ fact: fc.constantFrom(...NUMBER_FACTS), below: bound }) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...NUMBER_FACTS), bound, fc.integer({ min: 1, max: 60 }))
      .map(([fact, atLeast, width]) => ({ fact, atLeast, below: atLeast + width })),
  },
  { weight: 2, arbitrary: fc.record({ fact: fc.constantFrom(...FACT_NAMES), known: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ fact: fc.constant('contractual' as const), is: fc.boolean() }) },
  { weight: 1, arbitrary: fc.constant({ fact: 'stage' as const, in: ['maintenance'] }) },
);
const { condition: anyCondition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    anyAtom,
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
}));
const anyBound: fc.Arbitrary<FactCondition> = fc.oneof(
  fc.record({ fact: fc.constantFrom(...NUMBER_FACTS), atLeast: bound }),
  fc.record({ fact: fc.constantFrom(...NUMBER_FACTS), below: bound }),
);
const conditions = <C>(condition: fc.Arbitrary<C>) => fc.array(condition, { minLength: 10, maxLength: 20 });
const anyMoment = fc.nat(200 * DAY_MS).map((ms) => END + ms);
const anyBehaviour = anyDocuments.map((documents) => folded(...documents.flat()));

describe('the next change by time alone', () => {
  it('is never late, whatever the condition', () =>
    fc.assert(
      fc.property(anyBehaviour, conditions(anyCondition), anyMoment, (behaviour, several, atMs) => {
        const scanned = scan(behaviour, atMs);
        for (const condition of several) {
          const { predictedMs, changeMs } = compared(condition, behaviour, atMs, scanned);
          expect(predictedMs).toBeGreaterThan(atMs);
          expect(predictedMs).toBeLessThanOrEqual(changeMs);
        }
      }),
      { numRuns: 100 },
    ));
  it('is exact for one bound of a fact', () =>
    fc.assert(
      fc.property(anyBehaviour, conditions(anyBound), anyMoment, (behaviour, several, atMs) => {
        const scanned = scan(behaviour, atMs);
        for (const condition of several) {
          const { predictedMs, changeMs } = compared(condition, behaviour, atMs, scanned);
          if (predictedMs <= msOf(scanned.at(-1)?.at)) expect(predictedMs).toBe(changeMs);
        }
      }),
      { numRuns: 100 },
    ));

  const at = '2024-03-01T12:00:00Z';
  const next = (condition: Condition, behaviour: CustomerBehaviour) => nextChangeAt(condition, behaviour, at);

  it('is when so many days have passed', () => {
    const behaviour = folded(ordered('2024-02-01T09:00:00Z'));
    expect(next({ fact: 'daysSinceLastOrder', atLeast: 60 }, behaviour)).toBe('2024-04-01T00:00:00.000Z');
    expect(next({ fact: 'daysSinceLastOrder', atLeast: 29 }, behaviour)).toBeUndefined();
    expect(next({ fact: 'daysSinceLastLogin', atLeast: 60 }, behaviour)).toBeUndefined();
    expect(next({ fact: 'daysSinceLastOrder', atLeast: 1e12 }, behaviour)).toBeUndefined();
  });
  it('is when an order leaves its window', () => {
    const behaviour = folded(ordered('2024-02-20T09:00:00Z'), ordered('2024-02-25T09:00:00Z'));
    expect(next({ fact: 'orders30', atLeast: 2 }, behaviour)).toBe('2024-03-21T00:00:00.000Z');
    expect(next({ fact: 'orders30', atLeast: 1 }, behaviour)).toBe('2024-03-26T00:00:00.000Z');
    expect(next({ fact: 'orders', atLeast: 2 }, behaviour)).toBeUndefined();
  });
  it('waits for all of several that do not hold', () => {
    const behaviour = folded(ordered('2024-02-20T09:00:00Z'), loggedIn('2024-02-28T09:00:00Z'));
    const quiet: Condition = {
      all: [
        { fact: 'daysSinceLastOrder', atLeast: 30 },
        { fact: 'daysSinceLastLogin', atLeast: 90 },
      ],
    };
    expect(next(quiet, behaviour)).toBe('2024-05-28T00:00:00.000Z');
    expect(next({ not: quiet }, behaviour)).toBe('2024-05-28T00:00:00.000Z');
    expect(next({ all: [quiet, { fact: 'stage', in: ['churned'] }] }, behaviour)).toBeUndefined();
  });
  it('is when a contract begins, comes near its renewal, passes it, or ends', () => {
    const ahead = folded(agreed('c-1', '2024-04-01', '2025-04-01'));
    expect(next({ fact: 'contractual', is: true }, ahead)).toBe('2024-04-01T00:00:00.000Z');
    expect(next({ fact: 'daysToRenewal', known: true }, ahead)).toBe('2024-04-01T00:00:00.000Z');
    const running = folded(agreed('c-1', '2023-06-01', '2024-06-01'));
    expect(next({ fact: 'daysToRenewal', below: 61 }, running)).toBe('2024-04-02T00:00:00.000Z');
    expect(next({ fact: 'daysToRenewal', below: 0 }, running)).toBe('2024-06-02T00:00:00.000Z');
    const given = folded(agreed('c-1', '2023-06-01', '2024-06-01'), ended('c-1', '2024-05-01'));
    expect(next({ fact: 'contracts', atLeast: 1 }, given)).toBe('2024-05-01T00:00:00.000Z');
  });
});
