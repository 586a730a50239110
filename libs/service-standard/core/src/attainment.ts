import type { CaseClockRow } from './case-clock.row';

/** What attainment can be told by; `month` is that in which it was decided, in the time zone of the clock's calendar. */
export const ATTAINMENT_DIMENSIONS = ['kind', 'tier', 'owner', 'caseType', 'month', 'policyId'] as const;
export type AttainmentDimension = (typeof ATTAINMENT_DIMENSIONS)[number];

/** A clock as far as attainment counts it: a row, or one restated. */
export type AttainedClock = Pick<
  CaseClockRow,
  'kind' | 'tier' | 'owner' | 'caseType' | 'policyId' | 'outcome' | 'decidedMonth'
>;

export interface Attainment {
  /** In the order of the dimensions asked for; null where a clock has none. */
  readonly group: Readonly<Partial<Record<AttainmentDimension, string | null>>>;
  readonly met: number;
  readonly breached: number;
  /** met ÷ (met + breached), from 0 to 1. */
  readonly attained: number;
}

/**
 * How often what was promised was kept: met ÷ (met + breached). An open clock that is breached counts, one that is not
 * due yet does not, nor does one that was cancelled in time. Groups in the order of their values; none is empty.
 */
export function attainmentBy(
  clocks: Iterable<AttainedClock>,
  dimensions: readonly AttainmentDimension[],
): readonly Attainment[] {
  const count = new AttainmentCount(dimensions);
  for (const clock of clocks) count.add(clock);
  return count.result();
}

/** The same for clocks that come one after another. */
export class AttainmentCount {
  readonly #groups = new Map<string, Tally>();

  constructor(private readonly dimensions: readonly AttainmentDimension[]) {}

  add(clock: AttainedClock): void {
    if (clock.outcome !== 'met' && clock.outcome !== 'breached') return;
    const values = this.dimensions.map((dimension) => valueOf(clock, dimension));
    const key = JSON.stringify(values);
    const tally = this.#groups.get(key) ?? { values, met: 0, breached: 0 };
    tally[clock.outcome]++;
    this.#groups.set(key, tally);
  }

  result(): readonly Attainment[] {
    const sorted = [...this.#groups].sort(([one], [other]) => (one < other ? -1 : 1));
    return sorted.map(([, tally]) => attainmentOf(tally, this.dimensions));
  }
}

interface Tally {
  readonly values: readonly (string | null)[];
  met: number;
  breached: number;
}

const attainmentOf = ({ values, met, breached }: Tally, dimensions: readonly AttainmentDimension[]): Attainment => ({
  group: Object.fromEntries(dimensions.map((dimension, index) => [dimension, values[index] ?? null])),
  met,
  breached,
  attained: met / (met + breached),
});

function valueOf(clock: AttainedClock, dimension: AttainmentDimension): string | null {
  return dimension === 'month' ? clock.decidedMonth : clock[dimension];
}
