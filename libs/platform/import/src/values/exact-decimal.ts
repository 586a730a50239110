/** units × 10^-scale, exactly. */
export interface ExactDecimal {
  readonly units: bigint;
  readonly scale: number;
}

export type Rounding = 'exact' | 'half-up' | 'half-even';

export const ZERO: ExactDecimal = { units: 0n, scale: 0 };

const PLAIN = {
  '.': /^([+-]?)(\d{0,40})(?:\.(\d{0,40}))?$/,
  ',': /^([+-]?)(\d{0,40})(?:,(\d{0,40}))?$/,
};

/** Reads a number written out in digits; undefined when it is none. `decimal` is the mark before the fraction. */
export function parseDecimal(text: string, decimal: '.' | ',', thousands?: string): ExactDecimal | undefined {
  const joined = thousands === undefined ? text : withoutGrouping(text, decimal, thousands);
  const parts = joined === undefined ? null : PLAIN[decimal].exec(joined);
  return parts && (parts[2] || parts[3]) ? decimalOf(parts[1], parts[2], parts[3]) : undefined;
}

function decimalOf(sign: string | undefined, whole = '', fraction = ''): ExactDecimal {
  const units = BigInt(whole + fraction);
  return { units: sign === '-' ? -units : units, scale: fraction.length };
}

/** Only groups of three count as grouping, so that `1,5` is never taken for fifteen. */
function withoutGrouping(text: string, decimal: string, thousands: string): string | undefined {
  if (!text.includes(thousands)) return text;
  const [whole = '', ...fraction] = text.split(decimal);
  const [first = '', ...groups] = whole.split(thousands);
  const isGrouped = /^[+-]?\d{1,3}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group));
  return isGrouped ? [first + groups.join(''), ...fraction].join(decimal) : undefined;
}

export function add(a: ExactDecimal, b: ExactDecimal): ExactDecimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: unitsAt(a, scale) + unitsAt(b, scale), scale };
}

export const multiply = (a: ExactDecimal, b: ExactDecimal): ExactDecimal => ({
  units: a.units * b.units,
  scale: a.scale + b.scale,
});

export function compare(a: ExactDecimal, b: ExactDecimal): number {
  const scale = Math.max(a.scale, b.scale);
  const [left, right] = [unitsAt(a, scale), unitsAt(b, scale)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The value in units of 10^-scale; undefined when it has a finer fraction and `rounding` is exact. */
export function roundTo(value: ExactDecimal, scale: number, rounding: Rounding): bigint | undefined {
  if (value.scale <= scale) return unitsAt(value, scale);
  const divisor = 10n ** BigInt(value.scale - scale);
  const whole = value.units / divisor;
  const remainder = magnitude(value.units % divisor);
  if (remainder === 0n) return whole;
  if (rounding === 'exact') return undefined;
  return isAwayFromZero(whole, remainder * 2n, divisor, rounding) ? whole + (value.units < 0n ? -1n : 1n) : whole;
}

function isAwayFromZero(whole: bigint, twiceRemainder: bigint, divisor: bigint, rounding: Rounding): boolean {
  if (twiceRemainder !== divisor) return twiceRemainder > divisor;
  return rounding === 'half-up' || whole % 2n !== 0n;
}

/** Without needless zeros: `2.50` is `2.5`. */
export function formatDecimal({ units, scale }: ExactDecimal): string {
  const digits = magnitude(units)
    .toString()
    .padStart(scale + 1, '0');
  const point = digits.length - scale;
  const fraction = digits.slice(point).replace(/0+$/, '');
  return `${units < 0n ? '-' : ''}${digits.slice(0, point)}${fraction === '' ? '' : `.${fraction}`}`;
}

const unitsAt = (value: ExactDecimal, scale: number): bigint =>
  value.scale === scale ? value.units : value.units * 10n ** BigInt(scale - value.scale);
const magnitude = (units: bigint): bigint => (units < 0n ? -units : units);
