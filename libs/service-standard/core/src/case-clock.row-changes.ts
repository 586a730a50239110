import type { CaseClockEvent, ClockTarget } from '@tenure/service-standard-contract';
import type { CaseClockRow, ClockHistoryEntry, RowPause } from './case-clock.row';
import { owned } from './case-clocks.state';
import { evolveClock, startedClock } from './clock.evolution';
import { outcomeOf } from './clock.judgement';
import { pauseOf, type Clock, type ClockMove, type ClockPause } from './clock.state';
import { timeOf } from './moment';

type Of<Type extends CaseClockEvent['type']> = Extract<CaseClockEvent, { type: Type }>['data'];

export function startedRow(key: string, data: Of<'ClockStarted'>): CaseClockRow {
  const { caseId, customerId, clockId, kind, basis, target, startedAt } = data;
  const clock = startedClock(data);
  return {
    key,
    caseId,
    clockId,
    customerId,
    kind,
    caseType: basis.caseType,
    startedAt,
    elapsedSeconds: 0,
    countedAt: startedAt,
    cancelledFor: null,
    targets: [{ target, from: startedAt }],
    history: [{ kind: 'basis', at: startedAt, basis }],
    ...columnsOf(clock, null),
    urgency: target.urgency ?? basis.urgency,
    complexity: target.complexity ?? basis.complexity,
    tier: target.tier ?? basis.tier ?? 'none',
  };
}

export function rowWithBasis(row: CaseClockRow, { basis, changedAt }: Of<'ClockBasisChanged'>): CaseClockRow {
  const history = [...row.history, { kind: 'basis', at: changedAt, basis } as const];
  return { ...row, history, ...columnsOf(owned(row.clock, basis), row.cancelledFor) };
}

export function movedRow(row: CaseClockRow, event: ClockMove): CaseClockRow {
  const clock = evolveClock(row.clock, event);
  const cancelledFor = event.type === 'ClockCancelled' ? event.data.reason : isOver(clock) ? row.cancelledFor : null;
  const moved = { ...row, ...countedBy(event), ...columnsOf(clock, cancelledFor), cancelledFor };
  const entry = entryOf(event);
  const told = entry ? { ...moved, history: [...row.history, entry] } : moved;
  return event.type === 'ClockRetargeted' ? retargetedRow(told, event.data) : told;
}

const isOver = ({ status }: Clock): boolean => status === 'met' || status === 'cancelled';

function retargetedRow(row: CaseClockRow, { target, retargetedAt: from }: Of<'ClockRetargeted'>): CaseClockRow {
  const { tier = row.tier, urgency = row.urgency, complexity = row.complexity } = target;
  return { ...row, tier, urgency, complexity, targets: [...row.targets, { target, from }] };
}

function columnsOf(clock: Clock, cancelledFor: CaseClockRow['cancelledFor']) {
  const { outcome, decidedAt, decidedMonth = null } = outcomeOf(clock, cancelledFor === 'duplicate');
  const { owner, status, provisional, reminded: remindedPercents, escalatedSteps } = clock;
  const reason = pauseOf(clock)?.reason;
  return {
    clock,
    owner,
    status,
    outcome,
    ...targetColumns(clock.target),
    dueAt: timeOrNull(clock.dueAt),
    provisional,
    pausedFor: reason === undefined || reason === 'finished' ? null : reason,
    breachedAt: timeOrNull(clock.breachedAt),
    finishedAt: timeOrNull(clock.finishedAt),
    decidedAt: timeOrNull(decidedAt),
    decidedMonth,
    remindedPercents,
    escalatedSteps,
    pauses: clock.pauses.map(rowPause),
  };
}

const targetColumns = ({ standard, calendar, agreedDueAt, timeZone, targetSeconds }: ClockTarget) => ({
  ...standardColumns(standard),
  ...calendarColumns(calendar),
  agreedDueAt: agreedDueAt ?? null,
  timeZone,
  targetSeconds,
});

const standardColumns = (standard: ClockTarget['standard']) => ({
  policyId: standard?.policyId ?? null,
  policyVersion: standard?.version ?? null,
  targetId: standard?.targetId ?? null,
});

const calendarColumns = (calendar: ClockTarget['calendar']) => ({
  calendarId: calendar?.calendarId ?? null,
  calendarVersion: calendar?.version ?? null,
  holidaysVersion: calendar?.holidaysVersion ?? null,
});

const rowPause = ({ reason, start, end }: ClockPause): RowPause => ({
  reason,
  from: timeOf(start),
  ...(end !== undefined && { to: timeOf(end) }),
});

/** Announcements count nothing. */
function countedBy(event: ClockMove): Partial<Pick<CaseClockRow, 'elapsedSeconds' | 'countedAt'>> {
  switch (event.type) {
    case 'ClockPaused':
      return { elapsedSeconds: event.data.elapsedSeconds, countedAt: event.data.pausedAt };
    case 'ClockResumed':
      return { elapsedSeconds: event.data.elapsedSeconds, countedAt: event.data.resumedAt };
    case 'ClockRetargeted':
      return { elapsedSeconds: event.data.elapsedSeconds, countedAt: event.data.retargetedAt };
    case 'ClockMet':
      return { elapsedSeconds: event.data.elapsedSeconds, countedAt: event.data.metAt };
    case 'ClockContinued':
      return { elapsedSeconds: event.data.elapsedSeconds, countedAt: event.data.continuedAt };
    case 'ClockCancelled':
      return { elapsedSeconds: event.data.elapsedSeconds, countedAt: event.data.cancelledAt };
    case 'ClockReminded':
    case 'ClockBreached':
    case 'ClockEscalated':
      return {};
  }
}

function entryOf(event: ClockMove): ClockHistoryEntry | undefined {
  switch (event.type) {
    case 'ClockMet':
      return { kind: 'met', at: event.data.metAt };
    case 'ClockCancelled':
      return { kind: 'cancelled', at: event.data.cancelledAt, reason: event.data.reason };
    case 'ClockContinued':
      return { kind: 'continued', at: event.data.continuedAt };
    case 'ClockPaused':
    case 'ClockResumed':
    case 'ClockRetargeted':
    case 'ClockReminded':
    case 'ClockBreached':
    case 'ClockEscalated':
      return undefined;
  }
}

const timeOrNull = (moment: number | undefined): string | null => (moment === undefined ? null : timeOf(moment));
