import type { Facts } from '@tenure/behaviour-contract';
import type { ScoreContribution, ScoreExplanation } from '@tenure/churn-contract';
import type { Logistic, LogisticFeature } from '@tenure/policy-contract';
import { factTitle } from './fact.titles';
import { explained } from './score.explanation';

/** In log-odds, against a customer who is average in everything. */
export function logisticExplanation({ intercept, features }: Logistic, facts: Facts): ScoreExplanation {
  const contributions: ScoreContribution[] = [];
  for (const feature of features) {
    const amount = (feature.weight * (transformed(feature, facts) - feature.mean)) / feature.deviation;
    contributions.push({ of: nameOf(feature), title: factTitle(feature.fact, feature.transform), amount });
  }
  return explained('log-odds', intercept, contributions);
}

/** What the weight of a feature is multiplied with, before it is set against mean and deviation. */
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
