import { logGamma } from './log.gamma';

const SMALLEST = 1e-300;
const PRECISION = 1e-14;
const MOST_STEPS = 10_000;

/**
 * The regularised incomplete beta function I_x(a, b), a and b positive, x within 0–1: by its continued fraction (DLMF
 * 8.17.22, https://dlmf.nist.gov/8.17#v), evaluated as Lentz has it.
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The fraction converges fast on this side of the mean; the other side is the complement.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x) - Math.log(a),
  );
  return front / fraction(x, a, b);
}

/** 1 + d₁/(1 + d₂/(1 + …)). */
function fraction(x: number, a: number, b: number): number {
  let value = 1;
  let numerators = 1;
  let denominators = 0;
  for (let step = 1; step <= MOST_STEPS; step++) {
    const term = termOf(step, x, a, b);
    denominators = 1 / awayFromZero(1 + term * denominators);
    numerators = awayFromZero(1 + term / numerators);
    const change = numerators * denominators;
    value *= change;
    if (Math.abs(change - 1) < PRECISION) return value;
  }
  return value;
}

function termOf(step: number, x: number, a: number, b: number): number {
  const m = Math.floor(step / 2);
  const place = a + 2 * m;
  return step % 2 === 0
    ? (m * (b - m) * x) / ((place - 1) * place)
    : (-(a + m) * (a + b + m) * x) / (place * (place + 1));
}

const awayFromZero = (value: number): number => (Math.abs(value) < SMALLEST ? SMALLEST : value);
