/**
 * Deadlines over ten years of working hours, each of a clock with up to three pauses: from moments in epoch milliseconds, which clocks
 * hold, and from texts, which events carry. Then the same deadlines over one working day and over ten years.
 */
import { deadline, elapsed } from '@tenure/calendar';
import { median, rateOf, round } from '../harness.mjs';
import { FIRST_YEAR, HOURS_A_DAY, workingCalendar, YEARS } from './working.calendar.mjs';

const DEADLINES = 200_000;
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 9);
const HOUR = 3600;
const DAY = HOURS_A_DAY * HOUR;
const WORKDAYS_OF_TEN_YEARS = 2450;
const TARGET_HOURS = [2, 4, 8, 24, 48, 72];

export async function measureBusinessTime() {
  const calendar = workingCalendar();
  const clocks = Array.from({ length: DEADLINES }, (_, index) => clockOf(index));
  const texts = clocks.map(asTexts);
  const short = Array.from({ length: DEADLINES }, (_, index) => spanOf(index, 1));
  const long = Array.from({ length: DEADLINES }, (_, index) => spanOf(index, WORKDAYS_OF_TEN_YEARS));
  const rates = { deadlines: [], texts: [], back: [], short: [], long: [] };
  const works = {
    deadlines: () => allDeadlines(clocks, calendar),
    texts: () => allDeadlines(texts, calendar),
    back: () => allElapsed(clocks, calendar),
    short: () => allDeadlines(short, calendar),
    long: () => allDeadlines(long, calendar),
  };
  const names = Object.keys(works);
  for (const name of names) await rateOf(works[name]);
  for (let count = 0; count < ROUNDS; count++) {
    // Who goes first changes, so that none always meets the garbage of another.
    for (const name of count % 2 ? names.toReversed() : names) rates[name].push(await rateOf(works[name]));
  }
  return {
    ratios: { span_cost_growth: round(median(rates.short.map((rate, index) => rate / rates.long[index]))) },
    figures: {
      deadlines_per_second: round(median(rates.deadlines), 0),
      deadlines_from_texts_per_second: round(median(rates.texts), 0),
      elapsed_per_second: round(median(rates.back), 0),
      one_day_deadlines_per_second: round(median(rates.short), 0),
      ten_year_deadlines_per_second: round(median(rates.long), 0),
    },
  };
}

function allDeadlines(clocks, calendar) {
  let checksum = 0;
  for (const { start, seconds, pauses } of clocks) checksum += deadline(start, seconds, calendar, pauses).at % 7;
  return checksum > 0 ? clocks.length : 0;
}

function allElapsed(clocks, calendar) {
  let seconds = 0;
  for (const { start, end, pauses } of clocks) seconds += elapsed(start, end, calendar, pauses).seconds;
  return seconds > 0 ? clocks.length : 0;
}

/** As cases come in: at any time of ten years, with a target of hours and none to three pauses. */
function clockOf(index) {
  const startMs =
    Date.UTC(FIRST_YEAR, 0, 4) + Math.floor((index * 0.618034 * YEARS * 365 * 86_400_000) % (YEARS * 364 * 86_400_000));
  const pauses = Array.from({ length: index % 4 }, (_, pause) => ({
    start: startMs + (pause * 7 + (index % 5)) * HOUR * 1000,
    end: startMs + (pause * 7 + (index % 5) + (index % 9)) * HOUR * 1000,
  }));
  const seconds = TARGET_HOURS[index % TARGET_HOURS.length] * HOUR;
  return { start: startMs, seconds, pauses, end: startMs + 30 * 86_400_000 };
}

/** A span of so many workdays from a Monday morning, with three pauses in its first day, so that only the length differs. */
function spanOf(index, workdays) {
  const startMs = Date.parse(`${FIRST_YEAR}-03-07T09:00:00+08:00`) + (index % 3000) * 1000;
  const pauses = [1, 2, 6].map((hours) => ({
    start: startMs + hours * HOUR * 1000,
    end: startMs + hours * HOUR * 1000 + 600_000,
  }));
  return { start: startMs, seconds: workdays * DAY - 2 * HOUR, pauses };
}

const asTexts = ({ start, seconds, pauses }) => ({
  start: text(start),
  seconds,
  pauses: pauses.map(({ start, end }) => ({ start: text(start), end: text(end) })),
});

const text = (epochMs) => new Date(epochMs + 8 * HOUR * 1000).toISOString().replace(/\.\d+Z$/, '+08:00');
