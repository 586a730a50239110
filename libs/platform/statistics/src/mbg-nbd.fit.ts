import { logLikelihood, type BuyingHistory, type MbgNbdParameters } from './mbg-nbd.model';
import { minimise } from './bfgs.minimum';

export interface MbgNbdFit {
  readonly parameters: MbgNbdParameters;
  readonly logLikelihood: number;
  readonly converged: boolean;
}

/** Begins where most published fits lie; time in units of the mean age, so that it is of no account in what unit it is. */
const START = [-0.5, -1.5, 0, 0.5] as const;

/**
 * Where nobody seems to be lost the likelihood rises without end as a ÷ b goes to 0, and where all buy at one rate as r and
 * alpha grow: so little holds the logarithms of the parameters back that those of the literature come out the same to the
 * fourth decimal, and more beyond ±MOST, where a difference is none, and sums of gamma functions lose their precision.
 */
const RESTRAINT = 1e-7;
const RESTRAINT_BEYOND = 1e-3;
const MOST = 8;

/**
 * The parameters under which what the customers did is most likely. Nothing where none of them bought again: how often they
 * buy is not known then.
 */
export function fitMbgNbd(histories: readonly BuyingHistory[]): MbgNbdFit | undefined {
  const meanAge = histories.reduce((sum, { age }) => sum + age, 0) / histories.length;
  if (!(meanAge > 0) || histories.every(({ repeats }) => repeats === 0)) return undefined;
  const grouped = group(histories, meanAge);
  const found = minimise((at) => {
    const restraint = at.reduce((sum, value) => sum + restraintOf(value), 0);
    return restraint - logLikelihood(parametersOf(at), grouped) / histories.length;
  }, START);
  const { alpha, ...others } = parametersOf(found.at);
  const parameters = { ...others, alpha: alpha * meanAge };
  return { parameters, logLikelihood: logLikelihood(parameters, group(histories, 1)), converged: found.converged };
}

const restraintOf = (value: number): number =>
  RESTRAINT * value * value + RESTRAINT_BEYOND * Math.max(0, Math.abs(value) - MOST) ** 2;

const parametersOf = ([r = 0, alpha = 0, a = 0, b = 0]: readonly number[]): MbgNbdParameters => ({
  r: Math.exp(r),
  alpha: Math.exp(alpha),
  a: Math.exp(a),
  b: Math.exp(b),
});

/** Customers of the same history count together. */
function group(histories: readonly BuyingHistory[], unit: number): readonly (BuyingHistory & { count: number })[] {
  const groups = new Map<string, BuyingHistory & { count: number }>();
  for (const { repeats, recency, age } of histories) {
    const key = `${repeats}|${recency}|${age}`;
    const known = groups.get(key);
    if (known) known.count += 1;
    else groups.set(key, { repeats, recency: recency / unit, age: age / unit, count: 1 });
  }
  return [...groups.values()];
}
