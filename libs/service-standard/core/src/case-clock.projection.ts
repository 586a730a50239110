import type { Projection } from '@tenure/kernel';
import { caseClockCodec, type CaseClockEvent } from '@tenure/service-standard-contract';
import type { CaseClockRow } from './case-clock.row';
import { movedRow, rowWithBasis, startedRow } from './case-clock.row-changes';

/** Every clock of every case: how it stands, and how it came to that. */
export const caseClock: Projection<CaseClockRow, CaseClockEvent> = {
  name: 'case-clock',
  version: 1,
  handles: caseClockCodec.types,
  keysOf: ({ type, data }) =>
    (type === 'ClockBasisChanged' ? data.clockIds : [data.clockId]).map((clockId) => `${data.caseId}|${clockId}`),
  fold: (row, event, key) => {
    if (event.type === 'ClockStarted') return startedRow(key, event.data);
    const known = row ?? startedRow(key, startOf(event, key));
    return event.type === 'ClockBasisChanged' ? rowWithBasis(known, event.data) : movedRow(known, event);
  },
};

type Started = Extract<CaseClockEvent, { type: 'ClockStarted' }>['data'];

/** The log tells of no clock before its start; a part of a log might, and a row has to be of something. */
function startOf({ data: { caseId, customerId, cause } }: CaseClockEvent, key: string): Started {
  const at = '1970-01-01T00:00:00.000Z';
  const owner = '';
  const classed = { caseType: 'complaint', urgency: 'normal', complexity: 'routine' } as const;
  return {
    caseId,
    customerId,
    clockId: key.slice(caseId.length + 1),
    kind: 'resolution',
    basis: { ...classed, owner, serviceStandard: '', round: 1 },
    owner,
    target: { timeZone: 'UTC', targetSeconds: 0, pausedWhile: [], remindAtPercent: [] },
    startedAt: at,
    dueAt: at,
    provisional: false,
    cause,
  };
}
