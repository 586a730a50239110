import { DateTime } from 'luxon';
import type { WallMs } from './zone.clock';

export type WallTime =
  | { readonly kind: 'wall'; readonly wall: WallMs }
  /** The text brings its own offset. */
  | { readonly kind: 'instant'; readonly wall: WallMs; readonly offsetMinutes: number };

export interface WallTimeFormat {
  /** Undefined when the text is not of the format or names no day of the calendar. */
  readonly parse: (text: string) => WallTime | undefined;
  readonly hasTimeOfDay: boolean;
}

/**
 * Compiles a format of luxon's tokens (`yyyy-MM-dd HH:mm:ss`), or `iso`, `epoch-seconds`, `epoch-milliseconds`.
 * Formats of digits only are read by a regular expression, some thirty times as fast as luxon reads them.
 */
export function compileWallTimeFormat(format: string): WallTimeFormat {
  if (format === 'iso') return { hasTimeOfDay: true, parse: parseIso };
  if (format === 'epoch-seconds') return { hasTimeOfDay: true, parse: (text) => parseEpoch(text, 1000) };
  if (format === 'epoch-milliseconds') return { hasTimeOfDay: true, parse: (text) => parseEpoch(text, 1) };
  const hasTimeOfDay = /[Hh]/.test(format.replace(QUOTED, ''));
  return { hasTimeOfDay, parse: digitsParser(format) ?? luxonParser(format) };
}

/** True for a format that says which day of which year it is. */
export function isWallTimeFormat(format: string): boolean {
  const tokens = format.replace(QUOTED, '');
  return NAMED_FORMATS.has(format) || MACRO.test(tokens) || (/[yk]/.test(tokens) && /[doEc]/.test(tokens));
}

type Parse = WallTimeFormat['parse'];

const NAMED_FORMATS = new Set(['iso', 'epoch-seconds', 'epoch-milliseconds']);
const MACRO = /[DfFxX]/;
const QUOTED = /'[^']*'/g;
const TOKEN = /yyyy|MM|M|dd|d|HH|H|mm|ss|SSS|'[^']*'|[A-Za-z]+|[^A-Za-z']+/g;
const DIGITS: Readonly<Record<string, string>> = {
  yyyy: '(?<year>\\d{4})',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  dd: '(?<day>\\d{2})',
  d: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{2})',
  H: '(?<hour>\\d{1,2})',
  mm: '(?<minute>\\d{2})',
  ss: '(?<second>\\d{2})',
  SSS: '(?<millisecond>\\d{3})',
};

function digitsParser(format: string): Parse | undefined {
  const tokens = format.match(TOKEN) ?? [];
  const parts = tokens.map((token) => DIGITS[token] ?? literal(token));
  const isPlain =
    parts.every((part) => part !== undefined) && new Set(tokens.filter((token) => token in DIGITS)).size > 0;
  if (!isPlain || !/yyyy/.test(format)) return undefined;
  const pattern = new RegExp(`^${parts.join('')}$`);
  return (text) => {
    const groups = pattern.exec(text)?.groups;
    return groups && wallTimeOf(groups);
  };
}

function wallTimeOf(groups: Readonly<Record<string, string>>): WallTime | undefined {
  const number = (name: string, otherwise: number): number => Number(groups[name] ?? otherwise);
  const [year, month, day] = [number('year', 0), number('month', 1), number('day', 1)];
  const [hour, minute, second] = [number('hour', 0), number('minute', 0), number('second', 0)];
  const milliseconds = ((hour * 60 + minute) * 60 + second) * 1000 + number('millisecond', 0);
  if (!isInCalendar(year, month, day) || hour > 23 || minute > 59 || second > 59) return undefined;
  return { kind: 'wall', wall: Date.UTC(year, month - 1, day) + milliseconds };
}

function isInCalendar(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  // The first comparison fails for the years 0 to 99, which Date.UTC takes for 1900 to 1999.
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function literal(token: string): string | undefined {
  if (/^[A-Za-z]/.test(token)) return undefined;
  const text = token.startsWith("'") ? token.slice(1, -1) : token;
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function luxonParser(format: string): Parse {
  const bringsOffset = /[Zz]/.test(format.replace(QUOTED, ''));
  return (text) =>
    fromLuxon(DateTime.fromFormat(text, format, { zone: 'utc', setZone: true, locale: 'en-US' }), bringsOffset);
}

const parseIso: Parse = (text) =>
  fromLuxon(DateTime.fromISO(text, { zone: 'utc', setZone: true }), /(Z|[+-]\d{2}(:?\d{2})?)$/i.test(text.slice(10)));

function fromLuxon(time: DateTime, bringsOffset: boolean): WallTime | undefined {
  if (!time.isValid) return undefined;
  const wall = time.toMillis() + time.offset * 60_000;
  return bringsOffset ? { kind: 'instant', wall, offsetMinutes: time.offset } : { kind: 'wall', wall };
}

function parseEpoch(text: string, unitMs: number): WallTime | undefined {
  if (!/^-?\d{1,15}$/.test(text)) return undefined;
  return { kind: 'instant', wall: Number(text) * unitMs, offsetMinutes: 0 };
}
