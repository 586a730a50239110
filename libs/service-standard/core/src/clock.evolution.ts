import type { CaseClockEvent, ClockCause, ClockTarget } from '@tenure/service-standard-contract';
import type { Clock, ClockMove, ClockPause, ClockSpan } from './clock.state';
import { momentOf } from './moment';

type Of<Type extends CaseClockEvent['type']> = Extract<CaseClockEvent, { type: Type }>['data'];

/** The clock after what happened to it. */
export function evolveClock(clock: Clock, event: ClockMove): Clock {
  switch (event.type) {
    case 'ClockPaused':
      return paused(clock, event.data);
    case 'ClockResumed':
      return resumed(clock, event.data);
    case 'ClockRetargeted':
      return retargeted(clock, event.data);
    case 'ClockReminded': {
      const { percent, remindedAt } = event.data;
      return moved({ ...clock, reminded: [...clock.reminded, percent] }, remindedAt);
    }
    case 'ClockBreached': {
      const { dueAt, breachedAt, escalation: chain } = event.data;
      return moved({ ...clock, dueAt: momentOf(dueAt), breachedAt: momentOf(breachedAt), chain }, breachedAt);
    }
    case 'ClockEscalated':
      return moved({ ...clock, escalatedSteps: event.data.step }, event.data.escalatedAt);
    case 'ClockMet': {
      const { metAt, late, owner, provisional } = event.data;
      const breachedAt = late ? clock.breachedAt : undefined;
      return { ...finished(clock, metAt), status: 'met', owner, breachedAt, provisional };
    }
    case 'ClockContinued':
      return continued(clock, event.data);
    case 'ClockCancelled': {
      const { cancelledAt } = event.data;
      const breachedAt = momentOf(cancelledAt) > (clock.breachedAt ?? Infinity) ? clock.breachedAt : undefined;
      return { ...finished(clock, cancelledAt), status: 'cancelled', breachedAt };
    }
  }
}

export function startedClock(data: Of<'ClockStarted'>): Clock {
  const { clockId, kind, owner, target, provisional, cause } = data;
  const startedAt = momentOf(data.startedAt);
  return {
    clockId,
    kind,
    owner,
    target,
    status: 'running',
    startedAt,
    spans: [{ from: startedAt, calendar: target.calendar }],
    pauses: [],
    dueAt: momentOf(data.dueAt),
    provisional,
    reminded: [],
    escalatedSteps: 0,
    targetedAt: startedAt,
    movedAt: startedAt,
    knownAt: knownAt(0, cause),
  };
}

function paused(clock: Clock, { reason, pausedAt, breachVoided, cause }: Of<'ClockPaused'>): Clock {
  const breachedAt = breachVoided ? undefined : clock.breachedAt;
  const pauses = [...clock.pauses, { reason, start: momentOf(pausedAt) }];
  const set = { ...clock, status: 'paused', pauses, breachedAt, dueAt: breachedAt } as const;
  return moved({ ...set, knownAt: knownAt(clock.knownAt, cause) }, pausedAt);
}

function resumed(clock: Clock, { resumedAt, dueAt, provisional, cause }: Of<'ClockResumed'>): Clock {
  const pauses = endOpenPause(clock.pauses, momentOf(resumedAt));
  const set = { ...clock, status: 'running', pauses, dueAt: momentOf(dueAt), provisional } as const;
  return moved({ ...set, knownAt: knownAt(clock.knownAt, cause) }, resumedAt);
}

function retargeted(clock: Clock, data: Of<'ClockRetargeted'>): Clock {
  const { target, dueAt, provisional, retargetedAt, breachVoided, cause } = data;
  const breachedAt = breachVoided ? undefined : clock.breachedAt;
  const at = momentOf(retargetedAt);
  const set = { ...clock, target, breachedAt, provisional, spans: spansAfter(clock, target, at) };
  const due = dueAt === undefined ? breachedAt : momentOf(dueAt);
  // What a year turned out to be is no other target, and may put the end before the moment at which it became known.
  const targetedAt = cause.kind === 'calendar-published' && sameTarget(clock.target, target) ? clock.targetedAt : at;
  return moved({ ...set, dueAt: due, targetedAt, knownAt: knownAt(clock.knownAt, cause) }, retargetedAt);
}

function continued(clock: Clock, { continuedAt, owner, dueAt, provisional, cause }: Of<'ClockContinued'>): Clock {
  const end = momentOf(continuedAt);
  const gap: ClockPause = { reason: 'finished', start: clock.finishedAt ?? end, end };
  const set = { ...clock, status: 'running', owner, dueAt: momentOf(dueAt), provisional } as const;
  const runs = { ...set, pauses: [...clock.pauses, gap], finishedAt: undefined };
  return moved({ ...runs, knownAt: knownAt(clock.knownAt, cause) }, continuedAt);
}

function finished(clock: Clock, time: string): Clock {
  const finishedAt = momentOf(time);
  const pauses = clock.status === 'paused' ? endOpenPause(clock.pauses, finishedAt) : clock.pauses;
  return moved({ ...clock, pauses, finishedAt }, time);
}

/** Other holidays of the same version count for all of its time; another calendar counts from the change on. */
function spansAfter({ spans, startedAt }: Clock, { calendar }: ClockTarget, at: number): readonly ClockSpan[] {
  if (at <= startedAt) return [{ from: startedAt, calendar }];
  const isSame = (span: ClockSpan | undefined): boolean =>
    span?.calendar?.calendarId === calendar?.calendarId && span?.calendar?.version === calendar?.version;
  const known = spans.map((span) => (isSame(span) ? { ...span, calendar } : span));
  return isSame(spans.at(-1)) ? known : [...known.filter(({ from }) => from < at), { from: at, calendar }];
}

const sameTarget = (one: ClockTarget, other: ClockTarget): boolean =>
  one.calendar?.version === other.calendar?.version && one.calendar?.calendarId === other.calendar?.calendarId;

/** A pause does not end before it starts: what is told of before it ends it where it began. */
export const endOpenPause = (pauses: readonly ClockPause[], end: number): readonly ClockPause[] =>
  pauses.map((pause, index) => {
    const isOpen = index === pauses.length - 1 && pause.end === undefined;
    return isOpen ? { ...pause, end: Math.max(pause.start, end) } : pause;
  });

const moved = (clock: Clock, time: string): Clock => ({ ...clock, movedAt: Math.max(clock.movedAt, momentOf(time)) });

const knownAt = (before: number, { recordedAt }: ClockCause): number =>
  recordedAt === undefined ? before : Math.max(before, Date.parse(recordedAt));
