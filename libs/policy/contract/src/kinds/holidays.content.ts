import { day, list, record, whole, words } from './schema.parts';

export interface Holiday {
  /** Calendar day `YYYY-MM-DD`; of the year under which it was published, or of the end of the year before. */
  readonly day: string;
  readonly name: string;
  /** False for a make-up workday (调休). */
  readonly isOffDay: boolean;
}

export interface HolidayYear {
  readonly year: number;
  /** Empty: the schedule of the year is not published yet. So is a year that is missing. */
  readonly days: readonly Holiday[];
  /** Addresses of the notices that say so. */
  readonly papers?: readonly string[];
}

/** Public holidays and make-up workdays of a region. */
export interface HolidaysContent {
  readonly region: string;
  readonly years: readonly HolidayYear[];
}

export const holidaysSchema = record({
  region: words(50),
  years: list(
    record(
      {
        year: whole(1900, 2199),
        days: list(record({ day, name: words(200), isOffDay: { type: 'boolean' } }), 0, 400),
        papers: list(words(500), 0),
      },
      ['papers'],
    ),
    1,
    300,
  ),
});
