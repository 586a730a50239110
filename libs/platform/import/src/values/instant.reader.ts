import { compileWallTimeFormat, type WallTime } from './wall-time.format';
import { remembered } from './remembered';
import { createZoneClock, type WallMs } from './zone.clock';

export type InstantReading =
  { readonly ok: true; readonly iso: string } | { readonly ok: false; readonly reason: string };

/**
 * Reads texts of one format, in one zone, as ISO 8601 with offset (or as a plain day). A time that never came because
 * clocks were put forward is refused, one that came twice is its first occurrence, a day without a time of day is its
 * first moment. Years before 1900 or from 2200 on are taken for mistakes of the source.
 */
export function createInstantReader(
  format: string,
  timeZone: string,
  precision: 'instant' | 'day',
): (text: string) => InstantReading {
  const { parse, hasTimeOfDay } = compileWallTimeFormat(format);
  const clock = createZoneClock(timeZone);
  return remembered(read);

  function read(text: string): InstantReading {
    const time = parse(text);
    if (!time) return refuse(`${quoted(text)} is not a date of the format ${format}`);
    const year = new Date(time.wall).getUTCFullYear();
    if (year < 1900 || year >= 2200) return refuse(`${quoted(text)} lies outside of the years 1900 to 2199`);
    if (precision === 'day') return { ok: true, iso: new Date(time.wall).toISOString().slice(0, 10) };
    return place(text, time);
  }

  function place(text: string, time: WallTime): InstantReading {
    if (time.kind === 'instant') return { ok: true, iso: isoOf(time.wall, time.offsetMinutes) };
    const zoned = clock(time.wall);
    if (zoned.kind !== 'never') return { ok: true, iso: isoOf(time.wall, zoned.offsetMinutes) };
    if (hasTimeOfDay) return refuse(`${quoted(text)} does not exist in ${timeZone}: clocks were put forward over it`);
    return startOfDay(text, time.wall);
  }

  function startOfDay(text: string, midnight: WallMs): InstantReading {
    for (let wall = midnight; wall < midnight + DAY_MS; wall += QUARTER_MS) {
      const zoned = clock(wall);
      if (zoned.kind !== 'never') return { ok: true, iso: isoOf(wall, zoned.offsetMinutes) };
    }
    return refuse(`${quoted(text)} does not exist in ${timeZone}: the calendar skipped it`);
  }
}

function isoOf(wall: WallMs, offsetMinutes: number): string {
  // An offset of local mean time has seconds, which ISO 8601 can't write.
  if (!Number.isInteger(offsetMinutes)) return new Date(wall - offsetMinutes * 60_000).toISOString();
  const local = new Date(wall).toISOString();
  const withoutZeros = local.endsWith('.000Z') ? local.slice(0, -5) : local.slice(0, -1);
  const minutes = Math.abs(offsetMinutes);
  const offset = `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
  return `${withoutZeros}${offsetMinutes < 0 ? '-' : '+'}${offset}`;
}

const refuse = (reason: string): InstantReading => ({ ok: false, reason });
const quoted = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
const twoDigits = (value: number): string => String(value).padStart(2, '0');
const DAY_MS = 86_400_000;
const QUARTER_MS = 900_000;
