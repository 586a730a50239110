import type { AttainedClock, Attainment, AttainmentDimension } from './attainment';
import type { CaseClockRow } from './case-clock.row';
import { momentOf } from './moment';
import { restatedOutcome, type RestatableClock, type RestatedUnder } from './restatement';
import type { StandardsBook } from './standards.book';

/** A clock with all that its attainment depends on, as it was judged and under another book. */
export type RestatedRow = RestatableClock &
  AttainedClock &
  Pick<
    CaseClockRow,
    'status' | 'policyVersion' | 'calendarId' | 'calendarVersion' | 'holidaysVersion' | 'agreedDueAt'
  > & {
    /** How many targets it had, one after another. */
    readonly targetCount: number;
  };

/** A clock as attainment counts it under today's book; undefined where that has no such clock. */
export function restatedClock(
  row: RestatedRow,
  under: Pick<RestatedUnder, 'today' | 'asOf'>,
): AttainedClock | undefined {
  if (isOfToday(row, under)) return row;
  const restated = restatedOutcome(row, under);
  if (!restated) return undefined;
  const { kind, owner, caseType } = row;
  const { target, outcome, decidedMonth } = restated;
  return {
    kind,
    owner,
    caseType,
    outcome,
    tier: target.tier ?? row.tier,
    policyId: target.standard?.policyId ?? null,
    decidedMonth: decidedMonth ?? null,
  };
}

/** What is over, and was judged from beginning to end by the versions of today, comes to the same once more. */
function isOfToday(row: RestatedRow, { today, asOf }: Pick<RestatedUnder, 'today' | 'asOf'>): boolean {
  const isOver = row.status === 'met' || row.status === 'cancelled';
  if (!isOver || row.targetCount > 1 || row.agreedDueAt !== null || row.policyId === null) return false;
  const standard = today.standardAt(row.policyId, momentOf(asOf));
  return standard?.version === row.policyVersion && isOfTodaysCalendar(row, today, momentOf(asOf));
}

function isOfTodaysCalendar(row: RestatedRow, today: StandardsBook, at: number): boolean {
  const reference = today.calendarAt(row.calendarId ?? '', at)?.reference;
  return reference?.version === row.calendarVersion && (reference?.holidaysVersion ?? null) === row.holidaysVersion;
}

/** One group judged twice; null where a view has nothing in it. */
export interface AttainmentTwice {
  readonly group: Attainment['group'];
  readonly judged: AttainmentFigures | null;
  readonly restated: AttainmentFigures | null;
  /** Restated less as judged; null where a view has nothing. */
  readonly difference: AttainmentFigures | null;
}

export interface AttainmentFigures {
  readonly met: number;
  readonly breached: number;
  /** met ÷ (met + breached), from 0 to 1. */
  readonly attained: number;
}

/** Both views side by side, by the same dimensions, in the order of their values. */
export function attainmentTwice(
  judged: readonly Attainment[],
  restated: readonly Attainment[],
  dimensions: readonly AttainmentDimension[],
): readonly AttainmentTwice[] {
  const keyOf = ({ group }: Attainment): string => JSON.stringify(dimensions.map((name) => group[name] ?? null));
  const known = new Map(judged.map((one) => [keyOf(one), one]));
  const again = new Map(restated.map((one) => [keyOf(one), one]));
  return [...new Set([...known.keys(), ...again.keys()])]
    .sort((one, other) => (one < other ? -1 : 1))
    .map((key) => sideBySide(known.get(key), again.get(key)));
}

function sideBySide(judged: Attainment | undefined, restated: Attainment | undefined): AttainmentTwice {
  const figures = { judged: figuresOf(judged), restated: figuresOf(restated) };
  return { group: (judged ?? restated)?.group ?? {}, ...figures, difference: differenceOf(figures) };
}

const figuresOf = (one: Attainment | undefined): AttainmentFigures | null =>
  one ? { met: one.met, breached: one.breached, attained: one.attained } : null;

function differenceOf({ judged, restated }: Pick<AttainmentTwice, 'judged' | 'restated'>): AttainmentFigures | null {
  if (!judged || !restated) return null;
  return {
    met: restated.met - judged.met,
    breached: restated.breached - judged.breached,
    attained: restated.attained - judged.attained,
  };
}
