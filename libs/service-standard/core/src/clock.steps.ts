import type { ClockKind } from '@tenure/policy-contract';
import type { CaseClockEvent, ClockCancelled, ClockCause } from '@tenure/service-standard-contract';
import type { ObservedCase } from './case-clocks.state';
import { evolveClock, startedClock } from './clock.evolution';
import { pauseOf, type Clock, type ClockEvent, type ClockMove } from './clock.state';
import { dueOf, elapsedAt } from './clock.time';
import { timeOf } from './moment';
import type { StandardsBook } from './standards.book';
import { targetAt } from './target.choice';

/** What makes a clock of a case do something: when (epoch milliseconds of a whole second), why, and by which policies. */
export interface Impulse {
  readonly at: number;
  readonly cause: ClockCause;
  readonly book: StandardsBook;
}

type Step = readonly ClockMove[];

interface NewClock {
  readonly clockId: string;
  readonly kind: ClockKind;
  readonly owner: string;
}

/** Nothing where the case has such a clock already, or by its standard none. */
export function startClock(
  state: ObservedCase,
  started: NewClock,
  { at, cause, book }: Impulse,
): readonly ClockEvent[] {
  if (state.clocks.some(({ clockId }) => clockId === started.clockId)) return [];
  const target = targetAt(started.kind, state.basis, at, book);
  if (!target) return [];
  const { basis, caseId, customerId } = state;
  const startedAt = timeOf(at);
  const draft = {
    caseId,
    customerId,
    ...started,
    basis,
    target,
    startedAt,
    dueAt: startedAt,
    provisional: false,
    cause,
  };
  const due = dueOf(startedClock(draft), book);
  const data = { ...draft, dueAt: timeOf(due?.at ?? at), provisional: due?.provisional ?? false };
  const clock = startedClock(data);
  return [{ type: 'ClockStarted', data }, ...settlePause(state, clock, { at, cause, book })];
}

/** Pauses or resumes the clock, where the case being held asks for it. */
export function settlePause(state: ObservedCase, clock: Clock, impulse: Impulse): Step {
  const { held } = state.basis;
  const wanted = held && clock.target.pausedWhile.includes(held.reason) ? held.reason : undefined;
  const current = pauseOf(clock);
  if (wanted === current?.reason) return [];
  const resumed: Step = current ? [resume(state, clock, impulse)] : [];
  return wanted === undefined ? resumed : [...resumed, pause(state, clock, wanted, impulse)];
}

function pause(
  state: ObservedCase,
  clock: Clock,
  reason: Extract<ClockMove, { type: 'ClockPaused' }>['data']['reason'],
  { at, cause, book }: Impulse,
): ClockMove {
  const pausedAt = Math.max(at, clock.targetedAt);
  const elapsedSeconds = elapsedAt(clock, pausedAt, book).seconds;
  const breachVoided = clock.breachedAt !== undefined && pausedAt <= clock.breachedAt ? true : undefined;
  const data = { ...idsOf(state, clock), reason, elapsedSeconds, pausedAt: timeOf(pausedAt), breachVoided, cause };
  return { type: 'ClockPaused', data };
}

function resume(state: ObservedCase, clock: Clock, { at, cause, book }: Impulse): ClockMove {
  const resumedAt = Math.max(at, pauseOf(clock)?.start ?? at);
  const draft = { ...idsOf(state, clock), ...undecided(resumedAt), resumedAt: timeOf(resumedAt), cause };
  const resumed = evolveClock(clock, { type: 'ClockResumed', data: draft });
  return { type: 'ClockResumed', data: { ...draft, ...decided(resumed, resumedAt, book) } };
}

export function meetClock(state: ObservedCase, clock: Clock, { at, cause, book }: Impulse): Step {
  const metAt = Math.max(at, clock.startedAt);
  const { seconds: elapsedSeconds, provisional } = elapsedAt(clock, metAt, book);
  const late = clock.breachedAt !== undefined && metAt > clock.breachedAt;
  const judged = { owner: clock.owner, elapsedSeconds, late, provisional: provisional || (late && clock.provisional) };
  return [{ type: 'ClockMet', data: { ...idsOf(state, clock), ...judged, metAt: timeOf(metAt), cause } }];
}

export function cancelClock(
  state: ObservedCase,
  clock: Clock,
  reason: ClockCancelled['reason'],
  { at, cause, book }: Impulse,
): Step {
  const cancelledAt = Math.max(at, clock.startedAt);
  const elapsedSeconds = elapsedAt(clock, cancelledAt, book).seconds;
  const data = { ...idsOf(state, clock), reason, elapsedSeconds, cancelledAt: timeOf(cancelledAt), cause };
  return [{ type: 'ClockCancelled', data }];
}

/** A finished clock runs on from what it had counted. */
export function continueClock(state: ObservedCase, clock: Clock, impulse: Impulse): Step {
  const { cause, book } = impulse;
  const at = Math.max(impulse.at, clock.finishedAt ?? impulse.at);
  const owner = clock.kind === 'internal-help' ? clock.owner : state.basis.owner;
  const draft = { ...idsOf(state, clock), owner, ...undecided(at), continuedAt: timeOf(at), cause };
  const continued = evolveClock(clock, { type: 'ClockContinued', data: draft });
  return [{ type: 'ClockContinued', data: { ...draft, ...decided(continued, at, book) } }];
}

const undecided = (at: number) => ({ elapsedSeconds: 0, dueAt: timeOf(at), provisional: false });

function decided(clock: Clock, at: number, book: StandardsBook) {
  const due = dueOf(clock, book);
  return {
    elapsedSeconds: elapsedAt(clock, at, book).seconds,
    dueAt: timeOf(due?.at ?? at),
    provisional: due?.provisional ?? false,
  };
}

export const idsOf = ({ caseId, customerId }: ObservedCase, { clockId }: Clock) => ({ caseId, customerId, clockId });

/** Step after step, each on the state that the one before it led to. */
export function inTurn(
  state: ObservedCase,
  evolve: (state: ObservedCase, event: CaseClockEvent) => ObservedCase,
  steps: readonly ((state: ObservedCase) => readonly CaseClockEvent[])[],
): readonly CaseClockEvent[] {
  const events: CaseClockEvent[] = [];
  let current = state;
  for (const step of steps) {
    const next = step(current);
    events.push(...next);
    current = next.reduce(evolve, current);
  }
  return events;
}
