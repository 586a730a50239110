import type { Stored } from '@tenure/event-store';
import type { CaseClockEvent, ClockTarget } from '@tenure/service-standard-contract';
import { clockWords } from './clock-history.words';
import type { ClockEventView } from './clock-history.view';

/** An event of a case's clocks, in words. */
export function eventViewOf(
  event: CaseClockEvent,
  { recordedAt, position }: Pick<Stored, 'recordedAt' | 'position'>,
): ClockEventView {
  const { type, data } = event;
  return {
    type,
    at: momentOf(event),
    recordedAt,
    position: `${position}`,
    clockIds: type === 'ClockBasisChanged' ? data.clockIds : [data.clockId],
    words: clockWords(event),
    ...('dueAt' in data && data.dueAt !== undefined && { dueAt: data.dueAt }),
    ...('target' in data && references(data.target)),
    cause: data.cause.kind,
  };
}

function references({ standard, calendar }: ClockTarget): Pick<ClockEventView, 'standard' | 'calendar'> {
  return {
    ...(standard && { standard: `${standard.policyId} ${standard.version}, ${standard.targetId}` }),
    ...(calendar && { calendar: `${calendar.calendarId} ${calendar.version}${holidays(calendar)}` }),
  };
}

const holidays = ({ holidaysVersion }: NonNullable<ClockTarget['calendar']>): string =>
  holidaysVersion === undefined ? '' : `, holidays ${holidaysVersion}`;

function momentOf({ type, data }: CaseClockEvent): string {
  switch (type) {
    case 'ClockStarted':
      return data.startedAt;
    case 'ClockPaused':
      return data.pausedAt;
    case 'ClockResumed':
      return data.resumedAt;
    case 'ClockRetargeted':
      return data.retargetedAt;
    case 'ClockReminded':
      return data.remindedAt;
    case 'ClockBreached':
      return data.breachedAt;
    case 'ClockEscalated':
      return data.escalatedAt;
    case 'ClockMet':
      return data.metAt;
    case 'ClockContinued':
      return data.continuedAt;
    case 'ClockCancelled':
      return data.cancelledAt;
    case 'ClockBasisChanged':
      return data.changedAt;
  }
}
