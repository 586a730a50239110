/** What a search arrived at. */
export interface Minimum {
  readonly at: readonly number[];
  readonly value: number;
  /** Whether the function is level there. */
  readonly converged: boolean;
}

type Point = readonly number[];
type Matrix = readonly Point[];

const MOST_STEPS = 400;
const LEVEL = 1e-7;
const MOST_HALVINGS = 40;
/** Of the cube root of the precision of numbers: what a slope from both sides is told best by. */
const APART = 6e-6;

/**
 * Looks for the least value of a smooth function by quasi-Newton steps (Broyden, Fletcher, Goldfarb & Shanno 1970) with
 * slopes from differences. The function had better be of the order of 1 and so should be its arguments; where it is not
 * defined it may be infinite.
 */
export function minimise(objective: (at: Point) => number, start: Point): Minimum {
  let at = start;
  let value = objective(at);
  let slope = slopeAt(objective, at);
  let inverse = identity(at.length);
  for (let step = 0; step < MOST_STEPS; step++) {
    if (isLevel(slope)) return { at, value, converged: true };
    const direction = inverse.map((row) => -dot(row, slope));
    const next = downhill(objective, at, value, direction) ?? downhill(objective, at, value, negative(slope));
    if (!next) return { at, value, converged: isLevel(slope, 100) };
    const slopeThere = slopeAt(objective, next.at);
    inverse = updated(inverse, difference(next.at, at), difference(slopeThere, slope));
    ({ at, value } = next);
    slope = slopeThere;
  }
  return { at, value, converged: isLevel(slope) };
}

/** As far along as the value falls by what the slope promises, or half of that, and so on; nothing where it doesn't. */
function downhill(
  objective: (at: Point) => number,
  from: Point,
  value: number,
  direction: Point,
): { readonly at: Point; readonly value: number } | undefined {
  const longest = Math.max(...direction.map(Math.abs));
  for (let halving = 0, part = Math.min(1, 2 / longest); halving < MOST_HALVINGS; halving++, part /= 2) {
    const at = from.map((one, axis) => one + part * (direction[axis] ?? 0));
    const there = objective(at);
    if (there < value) return { at, value: there };
  }
  return undefined;
}

/** The inverse curvature after a step, where the step has shown that the function curves upwards. */
function updated(inverse: Matrix, step: Point, change: Point): Matrix {
  const curvature = dot(step, change);
  if (!(curvature > 1e-14)) return inverse;
  const turned = inverse.map((row) => dot(row, change));
  const factor = 1 / curvature + dot(change, turned) / curvature ** 2;
  return inverse.map((row, i) =>
    row.map((value, j) => {
      const [si = 0, sj = 0, ti = 0, tj = 0] = [step[i], step[j], turned[i], turned[j]];
      return value + factor * si * sj - (ti * sj + si * tj) / curvature;
    }),
  );
}

const slopeAt = (objective: (at: Point) => number, at: Point): Point =>
  at.map((value, axis) => {
    const apart = APART * Math.max(1, Math.abs(value));
    const moved = (by: number) => objective(at.map((one, index) => (index === axis ? one + by : one)));
    return (moved(apart) - moved(-apart)) / (2 * apart);
  });

const isLevel = (slope: Point, tolerance = 1): boolean => slope.every((value) => Math.abs(value) <= LEVEL * tolerance);

const dot = (one: Point, other: Point): number =>
  one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0);

const difference = (one: Point, other: Point): Point => one.map((value, index) => value - (other[index] ?? 0));

const negative = (point: Point): Point => point.map((value) => -value);

const identity = (size: number): Matrix =>
  Array.from({ length: size }, (_, row) => Array.from({ length: size }, (_one, column) => (row === column ? 1 : 0)));
