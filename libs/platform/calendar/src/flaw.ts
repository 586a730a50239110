import { parseDay } from './civil.day';

/** What is wrong and where, in words for whoever wrote it. */
export interface Flaw {
  /** Path from the content's root, such as `years[2].days[14].day`. */
  readonly place: string;
  readonly problem: string;
}

export const flawText = ({ place, problem }: Flaw): string => `${place}: ${problem}`;

interface PlacedDay {
  readonly place: string;
  readonly day: string;
}

/** Days that are no day of the calendar, and days that stand there twice. */
export function repeatedDays(days: readonly PlacedDay[]): readonly Flaw[] {
  const firstPlaces = new Map<string, string>();
  return days.flatMap(({ place, day }) => {
    if (parseDay(day) === undefined) return [{ place, problem: `${day} is no day; a day looks like 2026-10-01` }];
    const first = firstPlaces.get(day);
    if (first !== undefined) return [{ place, problem: `${day} stands already at ${first}` }];
    firstPlaces.set(day, place);
    return [];
  });
}
