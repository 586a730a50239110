import type { CaseFacts, CaseStep, ClockStep, MeasuredClock } from './case.facts';

/** How a case stood at a moment. */
export interface CaseStanding {
  readonly openedAt: number;
  readonly replies: number;
  readonly firstReplyAt: number | undefined;
  readonly handOvers: number;
  readonly reopenings: number;
  /** Of the last resolution, unless the case was reopened after it. */
  readonly resolvedAt: number | undefined;
  readonly closed: boolean;
  /** Of the last closing; absent where nobody knows. */
  readonly disputed: boolean | undefined;
  readonly isDuplicate: boolean;
}

/** By what happened up to the moment, this included. */
export function caseAt(openedAt: number, steps: readonly CaseStep[], at: number): CaseStanding {
  const standing = {
    openedAt,
    replies: 0,
    firstReplyAt: undefined as number | undefined,
    handOvers: 0,
    reopenings: 0,
    resolvedAt: undefined as number | undefined,
    closed: false,
    disputed: undefined as boolean | undefined,
    isDuplicate: false,
  };
  for (const step of steps) if (step.at <= at) apply(standing, step);
  return standing;
}

type Mutable = { -readonly [Name in keyof CaseStanding]: CaseStanding[Name] };

function apply(standing: Mutable, step: CaseStep): void {
  switch (step.did) {
    case 'replied':
      standing.replies++;
      standing.firstReplyAt = Math.min(standing.firstReplyAt ?? Infinity, step.at);
      return;
    case 'handed-over':
      standing.handOvers++;
      return;
    case 'resolved':
      standing.resolvedAt = step.at;
      return;
    case 'reopened':
      standing.reopenings++;
      standing.resolvedAt = undefined;
      standing.closed = false;
      standing.isDuplicate = false;
      return;
    case 'closed':
      standing.closed = true;
      standing.disputed = step.disputed;
      return;
    case 'linked-as-duplicate':
      standing.isDuplicate = true;
      return;
  }
}

/** When it was decided how a clock came out, and how. What is met late was decided by its breach. */
export interface ClockDecision {
  readonly outcome: 'met' | 'breached';
  readonly at: number;
}

/** Undefined where nothing is decided: the clock runs in time, or was cancelled so, or the case is a duplicate. */
export function clockAt(
  { clocks }: Pick<CaseFacts, 'clocks'>,
  clock: MeasuredClock,
  at: number,
): ClockDecision | undefined {
  let state: Clock = {};
  for (const step of clocks) if (step.clock === clock && step.at <= at) state = clockAfter(state, step);
  if (state.isDuplicate) return undefined;
  if (state.breachedAt !== undefined) return { outcome: 'breached', at: state.breachedAt };
  return state.metAt === undefined ? undefined : { outcome: 'met', at: state.metAt };
}

interface Clock {
  readonly breachedAt?: number;
  readonly metAt?: number;
  readonly isDuplicate?: boolean;
}

/** As the clock itself goes on: what was met in time, or cancelled before its breach, has no breach. */
function clockAfter(clock: Clock, { did, at }: ClockStep): Clock {
  switch (did) {
    case 'started':
      return clock;
    case 'breached':
      return { ...clock, breachedAt: at };
    case 'voided':
      return { ...clock, breachedAt: undefined };
    case 'met':
      return { metAt: at };
    case 'met-late':
      return { breachedAt: clock.breachedAt, metAt: at };
    case 'continued':
      return { ...clock, metAt: undefined, isDuplicate: false };
    case 'cancelled':
    case 'cancelled-as-duplicate': {
      const isDuplicate = did === 'cancelled-as-duplicate';
      return at > (clock.breachedAt ?? Infinity) ? { breachedAt: clock.breachedAt, isDuplicate } : { isDuplicate };
    }
  }
}
