import { CliFailure } from '../cli-failure.error';

export interface HolidayDay {
  readonly day: string;
  readonly name: string;
  readonly isOffDay: boolean;
}

/** One year in the content of a policy of kind `holidays`. */
export interface HolidayYear {
  readonly year: number;
  readonly days: readonly HolidayDay[];
  readonly papers?: readonly string[];
}

/**
 * Reads a file in the form of holiday-cn (https://github.com/NateScarlet/holiday-cn): `{ year, papers, days: [{ name, date, isOffDay }] }`.
 * Throws CliFailure on another form and on a year that has no days yet. What the days say is checked where they are published.
 */
export function readHolidayFile(file: string, text: string): HolidayYear {
  const content = parsed(file, text);
  if (!isHolidayFile(content)) {
    throw new CliFailure(`${file} is no holiday file: it must have year, and days with name, date and isOffDay`);
  }
  const { year, days, papers = [] } = content;
  if (days.length === 0) throw new CliFailure(`${file} has no days: the holidays of ${year} are not published yet`);
  return {
    year,
    days: days.map(({ date, name, isOffDay }) => ({ day: date, name, isOffDay })),
    ...(papers.length > 0 && { papers }),
  };
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new CliFailure(`${file} is not JSON`, { cause });
  }
}

interface HolidayFile {
  readonly year: number;
  readonly papers?: readonly string[];
  readonly days: readonly { readonly date: string; readonly name: string; readonly isOffDay: boolean }[];
}

function isHolidayFile(content: unknown): content is HolidayFile {
  if (!isRecord(content)) return false;
  const { year, days, papers = [] } = content;
  const hasPapers = Array.isArray(papers) && papers.every((paper) => typeof paper === 'string');
  return Number.isInteger(year) && Array.isArray(days) && days.every(isDay) && hasPapers;
}

const isDay = (day: unknown): boolean =>
  isRecord(day) && typeof day.date === 'string' && typeof day.name === 'string' && typeof day.isOffDay === 'boolean';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
