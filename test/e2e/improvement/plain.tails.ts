import { logGamma, studentBetween } from './plain.statistics';

const choose = (of: number, many: number): number => logGamma(of + 1) - logGamma(many + 1) - logGamma(of - many + 1);

/** So many or more of `trials`: term by term. */
export function binomialTail(many: number, trials: number, share: number): number {
  let tail = 0;
  for (let found = many; found <= trials; found++) {
    tail += Math.exp(choose(trials, found) + found * Math.log(share) + (trials - found) * Math.log1p(-share));
  }
  return Math.min(1, tail);
}

/** So many or more marked ones among those drawn: term by term. */
export function hypergeometricTail(many: number, population: number, marked: number, drawn: number): number {
  let tail = 0;
  for (let found = many; found <= Math.min(marked, drawn); found++) {
    if (drawn - found > population - marked) continue;
    tail += Math.exp(choose(marked, found) + choose(population - marked, drawn - found) - choose(population, drawn));
  }
  return Math.min(1, tail);
}

export const studentTail = (value: number, freedom: number): number =>
  value <= 0 ? 1 : 0.5 - studentBetween(freedom, value);
