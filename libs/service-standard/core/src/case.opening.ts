import type { CaseClockEvent, ClockBasis, LoggedCaseFact } from '@tenure/service-standard-contract';
import { evolveObserved, type ObservedCase } from './case-clocks.state';
import { causeOf } from './case.observation';
import { inTurn, startClock } from './clock.steps';
import { momentOf, timeOf } from './moment';
import { USUAL_STANDARD, type StandardsBook } from './standards.book';

const STARTED_BY_OPENING = ['acceptance', 'first-response', 'resolution'] as const;

/** The clocks that run from the opening; where a standard has none, what later ones would go by is recorded alone. */
export function openCase(
  caseId: string,
  fact: Extract<LoggedCaseFact, { kind: 'opened' }>,
  book: StandardsBook,
): readonly CaseClockEvent[] {
  const { customerId, owner } = fact;
  const at = momentOf(fact.occurredAt);
  const basis = basisOf(fact);
  const cause = causeOf(fact);
  const opened: ObservedCase = {
    status: 'observed',
    caseId,
    customerId,
    openedAt: at,
    basis,
    position: -1n,
    clocks: [],
  };
  const started = inTurn(
    opened,
    evolveObserved,
    STARTED_BY_OPENING.map((kind) => (state) => startClock(state, { clockId: kind, kind, owner }, { at, cause, book })),
  );
  if (started.length > 0) return started;
  return [
    { type: 'ClockBasisChanged', data: { caseId, customerId, clockIds: [], basis, changedAt: timeOf(at), cause } },
  ];
}

function basisOf(fact: Extract<LoggedCaseFact, { kind: 'opened' }>): ClockBasis {
  const { caseType, urgency, complexity, tier, owner, agreedDueAt, serviceStandard = USUAL_STANDARD } = fact;
  return { caseType, urgency, complexity, tier, owner, agreedDueAt, serviceStandard, round: 1 };
}
