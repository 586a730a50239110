import type { Facts } from '@tenure/behaviour-contract';
import type { ScoreContribution, ScoreExplanation } from '@tenure/churn-contract';
import type { Logistic, LogisticFeature } from '@tenure/policy-contract';
import { factTitle } from './fact.titles';
import { explained } from './score.explanation';

/** In log-odds, against a customer who is average in everything. */
export function logisticExplanation({ intercept, features }: Logistic, facts: Facts): ScoreExplanation {
  const contributions: ScoreContribution[] = [];
  for (const feature of features) {
    const amount = feature.weight * standardOf(feature, facts);
    contributions.push({ of: nameOf(feature), title: factTitle(feature.fact, feature.transform), amount });
  }
  return explained('log-odds', intercept, contributions);
}

/** What the weight of a feature is multiplied with. */
export function standardOf(feature: Omit<LogisticFeature, 'weight'>, facts: Facts): number {
  const deviations = (transformed(feature, facts) - feature.mean) / feature.deviation;
  return Math.max(-MOST_DEVIATIONS, Math.min(MOST_DEVIATIONS, deviations));
}

const MOST_DEVIATIONS = 3;

/** Before it is set against mean and deviation. */
export function transformed(
  { fact, transform, absent }: Pick<LogisticFeature, 'fact' | 'transform' | 'absent'>,
  facts: Facts,
): number {
  const value = facts[fact];
  switch (transform) {
    case 'known':
      return value === undefined ? 0 : 1;
    case 'identity':
      return value ?? absent;
    case 'log1p':
      return value === undefined ? absent : Math.log1p(Math.max(0, value));
  }
}

/** A fact may be taken twice: what it is, and whether it is known at all. */
const nameOf = ({ fact, transform }: LogisticFeature): string => (transform === 'known' ? `${fact}:known` : fact);
