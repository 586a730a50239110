import type { DetectionRule } from '@tenure/policy-contract';

/** Numbers of 0–1 that look like chance, and are the same for the same seed: mulberry32, public domain, T. Ettinger. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A Poisson number, by multiplication: for small means. */
export function poisson(mean: number, random: () => number): number {
  const least = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > least; product *= random()) count++;
  return count;
}

/** In clusters of 1, 2, 3 … of which each is so much rarer than the one before: variance (1 + share) ÷ (1 − share) of the mean. */
export function clustered(mean: number, share: number, random: () => number): number {
  let count = 0;
  for (let clusters = poisson(mean * (1 - share), random); clusters > 0; clusters--) {
    count++;
    while (random() < share) count++;
  }
  return count;
}

export const rule: DetectionRule = {
  groups: ['theme', 'product', 'step'],
  windowDays: 14,
  baselineDays: 182,
  against: 'time',
  leastCases: 5,
  leastRisePercent: 50,
  falseAlarmsPerYear: 2,
};
