import type { AttainedClock, Attainment, AttainmentDimension } from './attainment';
import type { CaseClockRow } from './case-clock.row';
import type { Restatement } from './restatement';

/** A clock as attainment counts it under the other book; undefined where that has no such clock. */
export function restatedClock(row: CaseClockRow, { restated }: Restatement): AttainedClock | undefined {
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
