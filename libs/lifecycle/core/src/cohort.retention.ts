import { monthsBetween } from '@tenure/calendar';

/** Customers who began in the same month; `YYYY-MM`. */
export interface CohortSize {
  readonly cohort: string;
  readonly customers: number;
}

/** Of a cohort in a month: how many ordered, or by how many those who are lost grew (or shrank). */
export interface CohortMonthCount {
  readonly cohort: string;
  readonly month: string;
  readonly count: number;
}

export interface CohortFigures {
  readonly sizes: readonly CohortSize[];
  readonly ordering: readonly CohortMonthCount[];
  readonly lost: readonly CohortMonthCount[];
}

export interface CohortMonth {
  readonly month: string;
  /** Months since the cohort's first. */
  readonly age: number;
  /** Not lost at the end of the month. */
  readonly kept: number;
  readonly keptPercent: number;
  readonly ordering: number;
  readonly orderingPercent: number;
}

export interface Cohort extends CohortSize {
  readonly months: readonly CohortMonth[];
}

/** Each cohort month by month, from its own on to the last one (`YYYY-MM`) that is asked for. */
export function cohortsUpTo(last: string, { sizes, ordering, lost }: CohortFigures): readonly Cohort[] {
  const ordered = new Map(ordering.map((one) => [keyOf(one), one.count]));
  const changes = new Map(lost.map((one) => [keyOf(one), one.count]));
  return sizes.map(({ cohort, customers }) => {
    let lostSoFar = 0;
    const months = monthsBetween(cohort, last).map((month, age) => {
      lostSoFar += changes.get(keyOf({ cohort, month })) ?? 0;
      const [kept, ordersThen] = [customers - lostSoFar, ordered.get(keyOf({ cohort, month })) ?? 0];
      const percents = { keptPercent: percentOf(kept, customers), orderingPercent: percentOf(ordersThen, customers) };
      return { month, age, kept, ordering: ordersThen, ...percents };
    });
    return { cohort, customers, months };
  });
}

const keyOf = ({ cohort, month }: Pick<CohortMonthCount, 'cohort' | 'month'>): string => `${cohort}|${month}`;

/** To a tenth. */
const percentOf = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((1_000 * part) / whole) / 10);
