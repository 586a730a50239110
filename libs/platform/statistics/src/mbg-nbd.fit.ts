import { logLikelihood, type BuyingHistory, type MbgNbdParameters } from './mbg-nbd.model';
import { minimise } from './nelder.mead';

export interface MbgNbdFit {
  readonly parameters: MbgNbdParameters;
  readonly logLikelihood: number;
  /** Not so where the data say too little: then the likelihood rises without end or has no clear summit. */
  readonly converged: boolean;
}

/** Parameters beyond e^±MOST say that the data don't determine them. */
const MOST = 12;

/** Begins where most published fits lie; time in units of the mean age, so that it is of no account in what unit it is. */
const START = [-0.5, -1.5, 0, 0.5] as const;

/** The parameters under which what the customers did is most likely; nothing without customers that are of some age. */
export function fitMbgNbd(histories: readonly BuyingHistory[]): MbgNbdFit | undefined {
  const meanAge = histories.reduce((sum, { age }) => sum + age, 0) / histories.length;
  if (!(meanAge > 0)) return undefined;
  const grouped = group(histories, meanAge);
  const found = minimise((at) => {
    if (at.some((value) => Math.abs(value) > MOST)) return Infinity;
    return -logLikelihood(parametersOf(at), grouped) / histories.length;
  }, START);
  const { alpha, ...others } = parametersOf(found.at);
  const parameters = { ...others, alpha: alpha * meanAge };
  return {
    parameters,
    logLikelihood: logLikelihood(parameters, group(histories, 1)),
    converged: found.converged && found.at.every((value) => Math.abs(value) < MOST - 1),
  };
}

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
