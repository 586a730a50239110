import type { CaseClockRow, ClockHistoryEntry, ClockOutcome } from './case-clock.row';
import { catchUp, changeBasis } from './basis.change';
import { evolveObserved, type ObservedCase } from './case-clocks.state';
import { advance } from './clock.advance';
import { outcomeOf } from './clock.judgement';
import { isUnfinished, type Clock } from './clock.state';
import { cancelClock, continueClock, inTurn, meetClock, startClock, type Impulse } from './clock.steps';
import { elapsedAt } from './clock.time';
import { momentOf, timeOf } from './moment';
import type { StandardsBook } from './standards.book';
import type { CaseClockEvent, ClockTarget } from '@tenure/service-standard-contract';

/** How one clock stands at a moment. Times are ISO 8601 UTC. */
export interface ClockJudgement {
  readonly target: ClockTarget;
  readonly elapsedSeconds: number;
  /** Absent while a pause keeps it open. */
  readonly dueAt?: string;
  readonly provisional: boolean;
  readonly outcome: ClockOutcome;
  readonly breachedAt?: string;
  readonly decidedAt?: string;
  readonly decidedMonth?: string;
}

export interface Restatement {
  readonly asJudged: ClockJudgement;
  /** Absent where the standard of the other book has no such clock for the case. */
  readonly restated?: ClockJudgement;
  /** Restated less as judged; absent without a restatement. */
  readonly difference?: {
    readonly targetSeconds: number;
    readonly elapsedSeconds: number;
    /** Absent where one of the two is not due. */
    readonly dueSeconds?: number;
    readonly outcomeChanged: boolean;
  };
}

export interface RestatedUnder {
  /** Every version by which the clock was judged. */
  readonly book: StandardsBook;
  /** `pinnedBook(book, …)`: what the clock is judged by instead, from its beginning. */
  readonly today: StandardsBook;
  /** ISO 8601: open clocks are judged as of then. */
  readonly asOf: string;
}

/** The same history of a clock judged twice: as it was then, and as it would be under another book. */
export function restate(row: CaseClockRow, { book, today, asOf }: RestatedUnder): Restatement {
  const asJudged = judgementOf(known(row, book, momentOf(asOf)), row, book, asOf);
  const again = relived(row, today, momentOf(asOf));
  if (!again) return { asJudged };
  const restated = judgementOf(again, row, today, asOf);
  return { asJudged, restated, difference: differenceOf(asJudged, restated) };
}

/** What a clock has to tell to be judged again. */
export type RestatableClock = Pick<
  CaseClockRow,
  'caseId' | 'customerId' | 'clockId' | 'kind' | 'owner' | 'startedAt' | 'history' | 'cancelledFor'
>;

/** The outcome of the restatement alone, at half the cost; undefined where the book has no such clock for the case. */
export function restatedOutcome(
  row: RestatableClock,
  { today, asOf }: Pick<RestatedUnder, 'today' | 'asOf'>,
): Pick<ClockJudgement, 'target' | 'outcome' | 'decidedMonth'> | undefined {
  const clock = relived(row, today, momentOf(asOf));
  if (!clock) return undefined;
  const { outcome, decidedMonth } = outcomeOf(clock, row.cancelledFor === 'duplicate');
  return { target: clock.target, outcome, decidedMonth };
}

/** The clock as it stands, with what time has brought about since. */
function known(row: CaseClockRow, book: StandardsBook, asOf: number): Clock {
  const state = caseOf(row, [row.clock]);
  const [clock = row.clock] = advance(state, asOf, true, book).reduce(evolveObserved, state).clocks;
  return clock;
}

/** The clock from its start on, as the book has it. */
function relived(row: RestatableClock, book: StandardsBook, asOf: number): Clock | undefined {
  const { clockId, kind, owner } = row;
  const impulseAt = (time: string): Impulse => ({ at: momentOf(time), cause: { kind: 'time-passed' }, book });
  const started = caseOf(row, []);
  const lived = inTurn(started, evolveObserved, [
    (state) => startClock(state, { clockId, kind, owner }, impulseAt(row.startedAt)),
    ...row.history
      .slice(1)
      .flatMap((entry) => [
        (state: ObservedCase) => advance(state, momentOf(entry.at), false, book),
        (state: ObservedCase) => state.clocks.flatMap((clock) => relive(state, clock, entry, impulseAt(entry.at))),
      ]),
    (state) => advance(state, asOf, true, book),
  ]);
  return lived.reduce(evolveObserved, started).clocks[0];
}

function relive(
  state: ObservedCase,
  clock: Clock,
  entry: ClockHistoryEntry,
  impulse: Impulse,
): readonly CaseClockEvent[] {
  switch (entry.kind) {
    case 'basis':
      return changeBasis(state, { ...ABSENT, ...entry.basis }, impulse, [clock.clockId]);
    case 'met':
      return isUnfinished(clock) ? meetClock(state, clock, impulse) : [];
    case 'cancelled':
      return isUnfinished(clock) ? cancelClock(state, clock, entry.reason, impulse) : [];
    case 'continued':
      return isUnfinished(clock) ? [] : runOn(state, clock, impulse);
  }
}

/** What the case became while the clock was finished counts from here. */
const runOn = (state: ObservedCase, clock: Clock, impulse: Impulse): readonly CaseClockEvent[] =>
  inTurn(state, evolveObserved, [
    (finished) => continueClock(finished, clock, impulse),
    (running) => running.clocks.flatMap((again) => catchUp(running, again, impulse)),
  ]);

/** What a basis leaves out is not as it was but gone. */
const ABSENT = { tier: undefined, agreedDueAt: undefined, held: undefined, duplicateOf: undefined };

function caseOf({ caseId, customerId, startedAt, history }: RestatableClock, clocks: readonly Clock[]): ObservedCase {
  const bases = history.flatMap((entry) => (entry.kind === 'basis' ? [entry.basis] : []));
  const basis = clocks.length > 0 ? bases.at(-1) : bases[0];
  const openedAt = momentOf(startedAt);
  return { status: 'observed', caseId, customerId, openedAt, basis: basis ?? NONE, position: -1n, clocks };
}

const NONE: ObservedCase['basis'] = {
  caseType: 'complaint',
  urgency: 'normal',
  complexity: 'routine',
  owner: '',
  serviceStandard: '',
  round: 1,
};

function judgementOf(clock: Clock, row: CaseClockRow, book: StandardsBook, asOf: string): ClockJudgement {
  const until = clock.finishedAt ?? Math.max(momentOf(asOf), clock.startedAt);
  const { outcome, decidedAt, decidedMonth } = outcomeOf(clock, row.cancelledFor === 'duplicate');
  const { target, dueAt, provisional, breachedAt } = clock;
  return {
    target,
    elapsedSeconds: elapsedAt(clock, until, book).seconds,
    dueAt: textOf(dueAt),
    provisional,
    outcome,
    breachedAt: textOf(breachedAt),
    decidedAt: textOf(decidedAt),
    decidedMonth,
  };
}

function differenceOf(asJudged: ClockJudgement, restated: ClockJudgement): Restatement['difference'] {
  const isDue = asJudged.dueAt !== undefined && restated.dueAt !== undefined;
  return {
    targetSeconds: restated.target.targetSeconds - asJudged.target.targetSeconds,
    elapsedSeconds: restated.elapsedSeconds - asJudged.elapsedSeconds,
    dueSeconds: isDue ? (Date.parse(restated.dueAt) - Date.parse(asJudged.dueAt)) / 1000 : undefined,
    outcomeChanged: restated.outcome !== asJudged.outcome,
  };
}

const textOf = (moment: number | undefined): string | undefined => (moment === undefined ? undefined : timeOf(moment));
