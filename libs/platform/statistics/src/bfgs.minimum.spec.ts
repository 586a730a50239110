import { minimise } from './bfgs.minimum';

it('finds the end of the valley of Rosenbrock', () => {
  const found = minimise(([x = 0, y = 0]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2, [-1.2, 1]);
  expect(found.converged).toBe(true);
  expect(found.at[0]).toBeCloseTo(1, 5);
  expect(found.at[1]).toBeCloseTo(1, 5);
});

it('stays where the function is defined', () => {
  const found = minimise(([x = 0]) => (x <= 0 ? Infinity : x - Math.log(x)), [8]);
  expect(found.at[0]).toBeCloseTo(1, 5);
});

it('says that it has not arrived where there is no least value', () => {
  expect(minimise(([x = 0]) => -x, [0]).converged).toBe(false);
});
