import type { HolidaysContent } from '@tenure/policy-contract';
import { firstIn, firstOf, flaw, twice, type ContentFlaw } from './content.flaw';

export const checkHolidays = (content: HolidaysContent): ContentFlaw | undefined =>
  firstOf(
    () => checkYears(content),
    () => checkDays(content),
  );

const checkYears = ({ years }: HolidaysContent): ContentFlaw | undefined =>
  firstOf(
    () =>
      twice(
        'policy-year-twice',
        years.map(({ year }) => String(year)),
        (index) => `content.years[${index}].year`,
      ),
    () =>
      firstIn(years, ({ year, days }, yearIndex) =>
        firstIn(days, ({ day }, index) => {
          if (isOf(year, day)) return undefined;
          const place = `content.years[${yearIndex}].days[${index}].day`;
          return flaw(
            'policy-day-outside-its-year',
            `${place}: ${day} is neither in ${year} nor in the December before`,
          );
        }),
      ),
  );

/** Days off around New Year are published with the year that begins. */
const isOf = (year: number, day: string): boolean => day.startsWith(`${year}-`) || day.startsWith(`${year - 1}-12-`);

function checkDays({ years }: HolidaysContent): ContentFlaw | undefined {
  const days = years.flatMap((year, yearIndex) =>
    year.days.map(({ day }, index) => ({ day, place: `content.years[${yearIndex}].days[${index}].day` })),
  );
  return twice(
    'policy-day-twice',
    days.map(({ day }) => day),
    (index) => days[index]?.place ?? '',
  );
}
