import * as fc from 'fast-check';
import { MOST_ATTEMPTS, retryDelayMs } from './delivery.retries';

describe('retries', () => {
  it('wait longer from attempt to attempt, half a day at the most, and end', () => {
    const waits = Array.from({ length: MOST_ATTEMPTS }, (_, index) => retryDelayMs(index + 1, 0));
    expect(waits).toEqual([
      5_000,
      15_000,
      45_000,
      135_000,
      405_000,
      1_215_000,
      3_645_000,
      10_935_000,
      32_805_000,
      43_200_000,
      43_200_000,
      undefined,
    ]);
  });
  it('are spread over the second half of the time', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: MOST_ATTEMPTS - 1 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (attempt, chance) => {
          const whole = retryDelayMs(attempt, 0) ?? 0;
          const wait = retryDelayMs(attempt, chance) ?? 0;
          expect(wait).toBeGreaterThanOrEqual(whole / 2);
          expect(wait).toBeLessThanOrEqual(whole);
        },
      ),
    ));
  it('do not come before the other side wants them, and not a week later because it says so', () => {
    expect(retryDelayMs(1, 0, 90_000)).toBe(90_000);
    expect(retryDelayMs(3, 0, 1_000)).toBe(45_000);
    expect(retryDelayMs(1, 0, 7 * 86_400_000)).toBe(86_400_000);
  });
});
