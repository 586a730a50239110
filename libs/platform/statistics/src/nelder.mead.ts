/** What a search arrived at. */
export interface Minimum {
  readonly at: readonly number[];
  readonly value: number;
  /** Whether a search begun anew from there found nothing lower. */
  readonly converged: boolean;
}

interface Vertex {
  readonly at: readonly number[];
  readonly value: number;
}

const TOLERANCE = 1e-11;
const MOST_STEPS = 4_000;
const MOST_RESTARTS = 12;

/**
 * Looks for the least value of a function by the simplex method (Nelder & Mead 1965, with the coefficients of Lagarias et
 * al. 1998), begun anew where it ended until that is no better. The function may be infinite where it is not defined.
 */
export function minimise(objective: (at: readonly number[]) => number, start: readonly number[]): Minimum {
  let best: Vertex = { at: start, value: objective(start) };
  for (let restart = 0; restart < MOST_RESTARTS; restart++) {
    const found = descend(objective, best);
    const gain = best.value - found.value;
    best = found;
    if (gain <= TOLERANCE * (1 + Math.abs(best.value))) return { ...best, converged: restart > 0 };
  }
  return { ...best, converged: false };
}

function descend(objective: (at: readonly number[]) => number, from: Vertex): Vertex {
  const vertex = (at: readonly number[]): Vertex => ({ at, value: objective(at) });
  let simplex: readonly Vertex[] = [from, ...from.at.map((_, axis) => vertex(moved(from.at, axis)))].sort(byValue);
  for (let step = 0; step < MOST_STEPS; step++) {
    const [best, worst] = [simplex[0], simplex.at(-1)];
    if (!best || !worst || worst.value - best.value <= TOLERANCE * (1 + Math.abs(best.value))) break;
    const others = simplex.slice(0, -1);
    const better = replacement(vertex, others, worst);
    const next = better ? [...others, better] : shrunk(vertex, best, simplex);
    simplex = next.sort(byValue);
  }
  return simplex[0] ?? from;
}

/** In place of the worst; nothing where the simplex has to shrink. */
function replacement(
  vertex: (at: readonly number[]) => Vertex,
  others: readonly Vertex[],
  worst: Vertex,
): Vertex | undefined {
  const centre = worst.at.map((_, axis) => others.reduce((sum, { at }) => sum + valueAt(at, axis), 0) / others.length);
  const along = (factor: number) =>
    vertex(centre.map((middle, axis) => middle + factor * (middle - valueAt(worst.at, axis))));
  const reflected = along(1);
  if (others[0] && reflected.value < others[0].value) return lower(along(2), reflected);
  if (others.some(({ value }) => reflected.value < value)) return reflected;
  const contracted = along(reflected.value < worst.value ? 0.5 : -0.5);
  return contracted.value < Math.min(reflected.value, worst.value) ? contracted : undefined;
}

const lower = (one: Vertex, other: Vertex): Vertex => (one.value < other.value ? one : other);

const valueAt = (at: readonly number[], axis: number): number => at[axis] ?? 0;

const shrunk = (vertex: (at: readonly number[]) => Vertex, best: Vertex, simplex: readonly Vertex[]): Vertex[] =>
  simplex.map((one) =>
    one === best ? one : vertex(one.at.map((value, axis) => (valueAt(best.at, axis) + value) / 2)),
  );

const moved = (at: readonly number[], axis: number): readonly number[] =>
  at.map((value, index) => (index === axis ? value + Math.max(0.1, Math.abs(value) * 0.1) : value));

const byValue = (one: Vertex, other: Vertex): number => one.value - other.value;
