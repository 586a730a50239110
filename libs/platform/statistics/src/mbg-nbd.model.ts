import { gammaln } from 'simple-statistics';

/**
 * Buyers without a contract (MBG/NBD: Batislam, Denizel & Filiztekin, "Empirical validation and comparison of models for
 * customer base analysis", International Journal of Research in Marketing 24, 2007, 201–209; the same as the central
 * variant of Hoppe & Wagner 2007): while alive a customer buys at a rate that is Gamma(r, alpha) among customers, and
 * after each purchase, also the first, is lost with a probability that is Beta(a, b) among them. All above 0.
 */
export interface MbgNbdParameters {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/** Of a customer, in the unit of time that the parameters were fitted in. */
export interface BuyingHistory {
  /** Purchases after the first. */
  readonly repeats: number;
  /** From the first purchase to the last; 0 where there is only one. */
  readonly recency: number;
  /** From the first purchase to the moment of asking. */
  readonly age: number;
}

/** The probability that a customer will buy again at all: 0–1. */
export const probabilityAlive = (parameters: MbgNbdParameters, history: BuyingHistory): number =>
  1 / (1 + Math.exp(logOddsOfLoss(parameters, history)));

/**
 * The probability that a customer buys nothing within so much time from now: who was lost doesn't, and who is alive may
 * happen not to. Alive, the rate of buying is Gamma(r + repeats, alpha + age) by what has been seen, which gives
 * ((alpha + age) ÷ (alpha + age + time))^(r + repeats).
 */
export function probabilityOfNone(parameters: MbgNbdParameters, history: BuyingHistory, time: number): number {
  const alive = probabilityAlive(parameters, history);
  const seen = parameters.alpha + history.age;
  return 1 - alive + alive * (seen / (seen + time)) ** (parameters.r + history.repeats);
}

/** Logarithm of the likelihood of what the customers bought, and when they last did; the sum over `count` of each. */
export function logLikelihood(
  { r, alpha, a, b }: MbgNbdParameters,
  histories: readonly (BuyingHistory & { readonly count?: number })[],
): number {
  const ofRepeats: number[] = [];
  const constant = r * Math.log(alpha) - gammaln(r) + gammaln(a + b) - gammaln(b);
  let sum = 0;
  for (const history of histories) {
    const { repeats, age, count = 1 } = history;
    const ofThese = (ofRepeats[repeats] ??=
      gammaln(r + repeats) + gammaln(b + repeats + 1) - gammaln(a + b + repeats + 1));
    const alive = constant + ofThese - (r + repeats) * Math.log(alpha + age);
    sum += count * (alive + softplus(logOddsOfLoss({ r, alpha, a, b }, history)));
  }
  return sum;
}

/** Logarithm of the odds that the customer was lost after the last purchase. */
function logOddsOfLoss({ r, alpha, a, b }: MbgNbdParameters, { repeats, recency, age }: BuyingHistory): number {
  return Math.log(a / (b + repeats)) + (r + repeats) * Math.log((alpha + age) / (alpha + recency));
}

/** ln(1 + eˣ), which overflows nowhere. */
const softplus = (x: number): number => (x > 30 ? x : Math.log1p(Math.exp(x)));
