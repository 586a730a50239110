import type { HolidayYears } from './calendar.definition';
import { type Flaw, repeatedDays } from './flaw';

/** Everything that makes holidays unusable, with its place: a year twice, a day twice (also in two years), a day of another time. */
export function flawsOfHolidays({ years }: HolidayYears): readonly Flaw[] {
  const days = years.flatMap(({ year, days }, index) =>
    days.map(({ day }, at) => ({ place: `years[${index}].days[${at}].day`, day, year })),
  );
  return [...repeatedYears(years.map(({ year }) => year)), ...repeatedDays(days), ...days.flatMap(misplaced)];
}

function repeatedYears(years: readonly number[]): readonly Flaw[] {
  return years.flatMap((year, index) => {
    const first = years.indexOf(year);
    return first === index
      ? []
      : [{ place: `years[${index}].year`, problem: `${year} stands already at years[${first}].year` }];
  });
}

/** The paper of a year may rule the last days of the year before. */
function misplaced({ place, day, year }: { place: string; day: string; year: number }): readonly Flaw[] {
  const own = day.startsWith(`${year}-`) || day.startsWith(`${year - 1}-12-`);
  return own ? [] : [{ place, problem: `${day} is neither in ${year} nor in the December before` }];
}
