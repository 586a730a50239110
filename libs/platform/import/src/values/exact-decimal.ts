/** units × 10^-scale, exactly. */
export interface ExactDecimal {
  readonly units: bigint;
  readonly scale: number;
}

export type Rounding = 'exact' | 'half-up' | 'half-even';

export const ZERO: ExactDecimal = { units: 0n, scale: 0 };

const PLAIN = /^[+-]?\d{1,40}(\.\d{0,40})?$/;
const LEADING_POINT = /^[+-]?\.\d{1,40}$/;

/** Reads a number written out in digits; undefined when it is none. `decimal` is the mark before the fraction. */
export function parseDecimal(text: string, decimal: '.' | ',', thousands?: string): ExactDecimal | undefined {
  const joined = thousands ? withoutGrouping(text, decimal, thousands) : text;
  if (joined === undefined || (decimal === ',' && joined.includes('.'))) return undefined;
  const plain = decimal === ',' ? joined.replace(',', '.') : joined;
  if (!PLAIN.test(plain) && !LEADING_POINT.test(plain)) return undefined;
  const point = plain.indexOf('.');
  if (point < 0) return { units: BigInt(plain.startsWith('+') ? plain.slice(1) : plain), scale: 0 };
  const digits = plain.slice(0, point) + plain.slice(point + 1);
  return { units: BigInt(digits.startsWith('+') ? digits.slice(1) : digits), scale: plain.length - point - 1 };
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
  const twice = remainder * 2n;
  const isAway = twice > divisor || (twice === divisor && (rounding === 'half-up' || whole % 2n !== 0n));
  return isAway ? whole + (value.units < 0n ? -1n : 1n) : whole;
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
