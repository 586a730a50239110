import { DateTime } from 'luxon';

/** Moments in epoch milliseconds; the end is not part of it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface WeekHours {
  readonly timeZone: string;
  readonly week: Readonly<Record<string, readonly (readonly [string, string])[]>>;
  readonly exceptions: readonly { readonly day: string; readonly intervals: readonly (readonly [string, string])[] }[];
}

/** Every stretch of open time of the years asked for, one after another: a list as one would write it on paper. */
export function openHours({ timeZone, week, exceptions }: WeekHours, firstYear: number, lastYear: number): Span[] {
  const spans: Span[] = [];
  const end = DateTime.fromObject({ year: lastYear + 1 }, { zone: timeZone });
  for (let day = DateTime.fromObject({ year: firstYear }, { zone: timeZone }); day < end; day = day.plus({ days: 1 })) {
    const exception = exceptions.find((one) => one.day === day.toISODate());
    const weekday = day.setLocale('en').toFormat('cccc').toLowerCase();
    for (const [opens, closes] of exception?.intervals ?? week[weekday] ?? []) {
      spans.push({ from: at(day, opens), to: at(day, closes) });
    }
  }
  return spans;
}

function at(day: DateTime, time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return day.set({ hour, minute }).toMillis();
}
