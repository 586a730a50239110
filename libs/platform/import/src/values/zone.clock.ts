import { IANAZone } from 'luxon';

/** Wall-clock time as if it were UTC, in milliseconds since 1970. */
export type WallMs = number;

export type ZonedTime =
  | { readonly kind: 'once'; readonly offsetMinutes: number }
  /** Clocks were put back: it came twice, first at this offset. */
  | { readonly kind: 'twice'; readonly offsetMinutes: number }
  /** Clocks were put forward: it never came. */
  | { readonly kind: 'never' };

/** Answers the offset that a zone had at a wall-clock time; one per zone, since it remembers what it looked up. */
export function createZoneClock(zoneName: string): (wall: WallMs) => ZonedTime {
  const zone = IANAZone.create(zoneName);
  const byDay = new Map<number, ZonedTime | 'changes'>();
  return (wall) => {
    const day = Math.floor(wall / DAY_MS);
    let known = byDay.get(day);
    if (known === undefined) {
      known = wholeDay(zone, day * DAY_MS);
      if (byDay.size >= MOST_REMEMBERED) byDay.clear();
      byDay.set(day, known);
    }
    return known === 'changes' ? lookUp(zone, wall) : known;
  };
}

export const isZone = (name: string): boolean => IANAZone.isValidZone(name);

/** No zone changes its offset twice in a day: equal at both ends is equal throughout. */
function wholeDay(zone: IANAZone, start: WallMs): ZonedTime | 'changes' {
  const [first, last] = [lookUp(zone, start), lookUp(zone, start + DAY_MS - 1)];
  const isSteady = first.kind === 'once' && last.kind === 'once' && first.offsetMinutes === last.offsetMinutes;
  return isSteady ? first : 'changes';
}

function lookUp(zone: IANAZone, wall: WallMs): ZonedTime {
  const candidates = [zone.offset(wall - DAY_MS), zone.offset(wall + DAY_MS)];
  const valid = [...new Set(candidates)].filter((offset) => zone.offset(wall - offset * MINUTE_MS) === offset);
  // The larger offset is the earlier instant.
  const [first, second] = valid.toSorted((a, b) => b - a);
  if (first === undefined) return { kind: 'never' };
  return { kind: second === undefined ? 'once' : 'twice', offsetMinutes: first };
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const MOST_REMEMBERED = 50_000;
