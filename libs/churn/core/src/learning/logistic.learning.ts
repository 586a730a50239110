import { NUMBER_FACTS, type NumberFact } from '@tenure/behaviour-contract';
import type { LogisticFeature } from '@tenure/policy-contract';
import { fitLogistic } from '@tenure/statistics';
import { standardOf, transformed } from '../logistic.explanation';
import type { LabelledCustomer } from './labelled.customer';

export interface LearnedLogistic {
  readonly intercept: number;
  readonly features: readonly LogisticFeature[];
  readonly logLikelihood: number;
}

/** On standardised features: so much does a weight of 1 cost as one customer in whom the model errs badly. */
const RIDGE = 5;

/** What a model itself has said, or what was said because of it, is not learned from. */
const NOT_LEARNED_FROM: ReadonlySet<NumberFact> = new Set(['riskScore', 'daysInStage', 'ordersInStage']);

/** Nothing where there is nothing to tell apart: all were lost, or none, or no fact differs among them. */
export function learnLogistic(customers: readonly LabelledCustomer[]): LearnedLogistic | undefined {
  if (!customers.some(({ lost }) => lost) || customers.every(({ lost }) => lost)) return undefined;
  const features = differing(customers, candidatesAmong(customers));
  if (features.length === 0) return undefined;
  const fit = fitLogistic(
    customers.map(({ facts, lost }) => ({
      features: features.map((feature) => standardOf(feature, facts)),
      happened: lost,
    })),
    RIDGE,
  );
  const weighted = features.map((feature, index) => ({ ...feature, weight: fit.weights[index] ?? 0 }));
  return { intercept: fit.intercept, features: weighted, logLikelihood: fit.logLikelihood };
}

type Candidate = Omit<LogisticFeature, 'weight'>;

/** Of every fact what it is, and whether it is known where that is so of some and not of others. */
function candidatesAmong(customers: readonly LabelledCustomer[]): readonly Candidate[] {
  const facts = NUMBER_FACTS.filter((fact) => !NOT_LEARNED_FROM.has(fact));
  const shapes = facts.flatMap((fact): Shape[] => [shapeOf(fact, customers), { fact, transform: 'known', absent: 0 }]);
  return shapes
    .map((shape) => standardised(shape, customers))
    .filter(({ deviation, transform }) => deviation > (transform === 'known' ? LEAST_KNOWN_DEVIATION : 1e-9));
}

/** That one in fifty is known, or is not. */
const LEAST_KNOWN_DEVIATION = 0.14;

/** What says the same as something before it would share its weight, and explain nothing that the other doesn't. */
function differing(customers: readonly LabelledCustomer[], candidates: readonly Candidate[]): readonly Candidate[] {
  const kept: { readonly candidate: Candidate; readonly values: readonly number[] }[] = [];
  for (const candidate of candidates) {
    const values = customers.map(({ facts }) => (transformed(candidate, facts) - candidate.mean) / candidate.deviation);
    if (kept.every((other) => Math.abs(correlation(other.values, values)) < SAME)) kept.push({ candidate, values });
  }
  return kept.map(({ candidate }) => candidate);
}

const SAME = 0.97;

/** Of standardised values. */
const correlation = (one: readonly number[], other: readonly number[]): number =>
  one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0) / one.length;

type Shape = Pick<LogisticFeature, 'fact' | 'transform' | 'absent'>;

/** May be below 0 in the nature of things, and so are taken as they are. */
const SIGNED: ReadonlySet<NumberFact> = new Set(['daysToRenewal', 'loginTrendPercent']);

/** Counts, days and money are felt by their magnitude. */
function shapeOf(fact: NumberFact, customers: readonly LabelledCustomer[]): Shape {
  const shape: Shape = { fact, transform: SIGNED.has(fact) ? 'identity' : 'log1p', absent: 0 };
  const known = customers.filter(({ facts }) => facts[fact] !== undefined);
  return { ...shape, absent: mean(known.map(({ facts }) => transformed(shape, facts))) };
}

function standardised(shape: Shape, customers: readonly LabelledCustomer[]): Candidate {
  const values = customers.map(({ facts }) => transformed(shape, facts));
  const average = mean(values);
  const deviation = Math.sqrt(mean(values.map((value) => (value - average) ** 2)));
  return { ...shape, mean: average, deviation };
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
