import type { CaseFact, LoggedCaseFact } from '@tenure/service-standard-contract';
import * as fc from 'fast-check';
import { fact, opened, timePassed } from './case.history';

const START = Date.parse('2024-04-29T08:30:00+08:00');
const MINUTE = 60_000;

export interface RandomHistory {
  /** In the order of the log, each when it happened, with the passing of time between them, at times ahead of what is told next. */
  readonly facts: readonly CaseFact[];
  /** A moment after all of them. */
  readonly end: string;
}

type Said = (position: number, at: string, recordedAt: string | undefined) => LoggedCaseFact;

interface Step {
  readonly afterMinutes: number;
  readonly said: Said | 'time';
  readonly aheadMinutes: number;
}

/** Weeks over a holiday, a weekend and a make-up workday; every kind of fact, of times to the minute. */
export const randomHistory = (serviceStandard: string, recordedAt?: string): fc.Arbitrary<RandomHistory> =>
  fc
    .record({ caseType: fc.constantFrom('inquiry', 'complaint'), steps: fc.array(step, { maxLength: 25 }) })
    .map(({ caseType, steps }) =>
      told(opened(time(START), { caseType, serviceStandard }, recordedAt), steps, recordedAt),
    );

function told(opening: CaseFact, steps: readonly Step[], recordedAt: string | undefined): RandomHistory {
  const facts: CaseFact[] = [opening];
  let [now, position, isHeld] = [START, 1, false];
  for (const { afterMinutes, said, aheadMinutes } of steps) {
    now += afterMinutes * MINUTE;
    const next =
      said === 'time' ? timePassed(time(now + aheadMinutes * MINUTE)) : said(++position, time(now), recordedAt);
    if (next.kind === 'continued' && !isHeld) continue;
    if (next.kind === 'held' || next.kind === 'continued') isHeld = next.kind === 'held';
    facts.push(next);
  }
  return { facts, end: time(now + 3 * 24 * 60 * MINUTE) };
}

const time = (moment: number): string => new Date(moment).toISOString();

const saying =
  <K extends LoggedCaseFact['kind']>(kind: K, said: Parameters<typeof fact<K>>[3]): Said =>
  (position, at, recordedAt) =>
    fact(position, kind, at, said, recordedAt) as LoggedCaseFact;

const anna = { by: 'anna' };
const agreedOn =
  (days: number): Said =>
  (position, at, recordedAt) =>
    saying('due-agreed', { dueAt: time(Date.parse(at) + days * 24 * 60 * MINUTE) })(position, at, recordedAt);

const said: fc.Arbitrary<Said | 'time'> = fc.oneof(
  { arbitrary: fc.constant('time' as const), weight: 4 },
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      saying('held', { reason: 'waiting-on-customer' }),
      saying('held', { reason: 'waiting-on-third-party' }),
      saying('continued', {}),
      saying('classified', { urgency: 'urgent', complexity: 'routine' }),
      saying('classified', { urgency: 'normal', complexity: 'complex' }),
      saying('tier-changed', { tier: 'A' }),
      saying('tier-changed', {}),
    ),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      saying('accepted', { owner: 'bo' }),
      saying('responded', anna),
      saying('resolved', anna),
      saying('told', anna),
      saying('followed-up', anna),
      saying('closed', {}),
      saying('reopened', {}),
      saying('help-requested', { helpId: 'h-1', from: 'lab' }),
      saying('help-answered', { helpId: 'h-1' }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(agreedOn(1), agreedOn(3), saying('linked-duplicate', { duplicateOf: 'c-2' })),
  },
);

const step: fc.Arbitrary<Step> = fc.record({
  afterMinutes: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 1_500 })),
  said,
  aheadMinutes: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 600 })),
});
