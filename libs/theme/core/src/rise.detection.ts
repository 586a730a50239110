import type { DetectionRule } from '@tenure/policy-contract';
import type { Text } from '@tenure/shared-contract';
import { normalQuantile } from '@tenure/statistics';
import { countRise, isWorthActing, type Look, type RiseCounts } from './rise.counts';
import { dispersionOf, type Dispersion } from './rise.dispersion';
import { clusteredProbability, exactProbability, rootDeviance } from './rise.probability';

/** What a probability must stay below. */
export interface RiseBound {
  readonly probability: number;
  /** Dispersion that is assumed at least of groups with few cases. */
  readonly dispersionOfFew: number;
  /** Of a normal distribution, beyond which less than that lies: what is nearer isn't worth an exact test. */
  readonly deviations: number;
}

export interface Rise extends RiseCounts {
  readonly probability: number;
  readonly bound: number;
  readonly dispersion: Dispersion;
  /** Neither chance nor clusters explain it, and it is worth acting on. */
  readonly hasRisen: boolean;
}

/**
 * So many looks a year at so many groups, of which each may find what isn't there: Bonferroni's share of the alarms that are
 * allowed for. Groups are looked at once a day at most; looks of days that follow each other see nearly the same, so that
 * there are fewer alarms than allowed.
 */
export function boundOf(
  { falseAlarmsPerYear }: DetectionRule,
  groupsWatched: number,
  dispersionOfFew: number,
): RiseBound {
  const probability = Math.min(0.5, falseAlarmsPerYear / (DAYS_OF_A_YEAR * Math.max(1, groupsWatched)));
  return { probability, dispersionOfFew, deviations: -normalQuantile(probability) };
}

const DAYS_OF_A_YEAR = 365.25;

/** The rise, where the group has risen. Costs next to nothing where it hasn't by far. */
export function detectRise(look: Look, rule: DetectionRule, bound: RiseBound): Rise | undefined {
  const counted = countRise(look, rule);
  if (!counted || !isWorthActing(counted, rule)) return undefined;
  // Clusters only make it more likely, and t has heavier tails than the normal distribution.
  if (rootDeviance(counted, rule) < bound.deviations) return undefined;
  const rise = judged(look, counted, rule, bound);
  return rise.hasRisen ? rise : undefined;
}

/** The same of a group that has not risen, for those who want to know how far it is from it; undefined without a baseline. */
export function assessRise(look: Look, rule: DetectionRule, bound: RiseBound): Rise | undefined {
  const counted = countRise(look, rule);
  return counted && judged(look, counted, rule, bound);
}

/** Both tests must find it: the one is exact where complaints are independent, the other holds where they aren't. */
function judged(look: Look, counted: RiseCounts, rule: DetectionRule, bound: RiseBound): Rise {
  const dispersion = dispersionOf(look, counted, rule, bound.dispersionOfFew);
  const probability = Math.max(
    exactProbability(counted, rule),
    clusteredProbability(rootDeviance(counted, rule), dispersion),
  );
  const hasRisen = isWorthActing(counted, rule) && probability < bound.probability;
  return { ...counted, probability, bound: bound.probability, dispersion, hasRisen };
}

/** The test in words, for evidence. */
export function testText({ dispersion: { factor, degreesOfFreedom } }: Rise, { against }: DetectionRule): Text {
  const exact = EXACT_TESTS[against];
  const dispersion = factor.toFixed(2);
  return {
    zh: `${exact.zh}，以及拟似然 F 检验（离散度 ${dispersion}，自由度 ${degreesOfFreedom}）；取两者中较大的概率`,
    en: `${exact.en}, and quasi-likelihood F test with dispersion ${dispersion} on ${degreesOfFreedom} degrees of freedom; the larger probability counts`,
  };
}

const EXACT_TESTS: Readonly<Record<DetectionRule['against'], Text>> = {
  time: { zh: '两个发生率的条件二项检验', en: 'conditional binomial test of two rates' },
  'all-complaints': { zh: '两个比例的费希尔精确检验', en: "Fisher's exact test of two shares" },
};
