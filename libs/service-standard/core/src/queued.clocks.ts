import type { ClockKind } from '@tenure/policy-contract';
import { NOT_DUE, type CaseQueueRow, type QueuedClock } from './case-queue.row';
import type { ClockEvent } from './clock.state';
import { momentOf, timeOf } from './moment';

type Clocks = CaseQueueRow['clocks'];

/** The clocks of a case after what happened to one of them. */
export function queuedAfter(clocks: Clocks, event: ClockEvent): Clocks {
  const { clockId } = event.data;
  const known = event.type === 'ClockStarted' ? started(event.data.kind, event.data.dueAt) : clocks[clockId];
  return known ? { ...clocks, [clockId]: clockAfter(known, event) } : clocks;
}

const started = (kind: ClockKind, dueAt: string): QueuedClock => ({
  kind,
  status: 'running',
  dueAt: utc(dueAt),
  isBreached: false,
  isWarned: false,
});

function clockAfter(clock: QueuedClock, event: ClockEvent): QueuedClock {
  switch (event.type) {
    case 'ClockStarted':
      return clock;
    case 'ClockPaused':
      return paused(unlessVoided(clock, event.data.breachVoided));
    case 'ClockResumed':
      return { ...clock, status: 'running', dueAt: utc(event.data.dueAt) };
    case 'ClockRetargeted': {
      const { dueAt, breachVoided } = event.data;
      return { ...unlessVoided(clock, breachVoided), isWarned: false, dueAt: dueAt === undefined ? null : utc(dueAt) };
    }
    case 'ClockReminded':
      return { ...clock, isWarned: true };
    case 'ClockBreached':
      return { ...clock, isBreached: true, dueAt: utc(event.data.breachedAt) };
    case 'ClockEscalated':
      return clock;
    case 'ClockMet':
      return { ...clock, status: 'over', isBreached: event.data.late };
    case 'ClockCancelled':
      return { ...clock, status: 'over' };
    case 'ClockContinued':
      return { ...clock, status: 'running', dueAt: utc(event.data.dueAt) };
  }
}

const unlessVoided = (clock: QueuedClock, isVoided: boolean | undefined): QueuedClock =>
  isVoided ? { ...clock, isBreached: false } : clock;

/** A breach stands, whatever is waited for. */
const paused = (clock: QueuedClock): QueuedClock => ({
  ...clock,
  status: 'paused',
  dueAt: clock.isBreached ? clock.dueAt : null,
});

/** What the queue is ordered and filtered by. */
export function queueColumns(
  clocks: Clocks,
): Pick<CaseQueueRow, 'dueFirst' | 'dueByKind' | 'isBreached' | 'isWarned' | 'isPaused'> {
  const open = Object.values(clocks).filter(({ status }) => status !== 'over');
  const dueByKind: Partial<Record<ClockKind, string>> = {};
  for (const { kind, dueAt } of open) dueByKind[kind] = earliest(dueByKind[kind], dueAt ?? NOT_DUE);
  return {
    dueFirst: Object.values(dueByKind).reduce(earliest, NOT_DUE),
    dueByKind,
    isBreached: open.some((clock) => clock.isBreached),
    isWarned: open.some((clock) => clock.isWarned),
    isPaused: open.some(({ status }) => status === 'paused'),
  };
}

const earliest = (one: string | undefined, other: string): string => (one === undefined || other < one ? other : one);

const utc = (time: string): string => timeOf(momentOf(time));
