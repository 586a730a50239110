import type { Facts } from '@tenure/behaviour-contract';
import type { ChurnModelContent } from '@tenure/policy-contract';
import {
  areaUnderCurve,
  brierScore,
  calibrationError,
  calibrationLine,
  calibrationTable,
  fitLogistic,
  liftAtTop,
  logLoss,
  logOdds,
  probabilityOf,
  type CalibrationGroup,
  type Interval,
  type Judged,
} from '@tenure/statistics';
import { aliveUnder } from '../mbg-nbd.explanation';
import { riskPercent } from '../risk.score';
import type { LabelledCustomer } from './labelled.customer';

/**
 * Who foretells: the model by its score; an MBG/NBD one also by 1 − P(alive), which is less than what is asked here; how
 * long the last order is past, alone; and the scorecard.
 */
export const CANDIDATES = ['model', 'not-alive', 'recency', 'scorecard'] as const;
export type Candidate = (typeof CANDIDATES)[number];

/** How well somebody foretold who would be lost. Predictions are taken for probabilities: a score is a hundred of one. */
export interface EvaluatedCandidate {
  readonly candidate: Candidate;
  /** Absent where all or none were lost. */
  readonly area?: Interval & { readonly area: number };
  readonly brier: number;
  readonly logLoss: number;
  readonly calibration: readonly CalibrationGroup[];
  readonly calibrationError: number;
  /** Absent where it can't be drawn, as where all were given the same score. */
  readonly calibrationLine?: { readonly intercept: number; readonly slope: number };
  /** How much more often the tenth with the highest scores was lost than all were. */
  readonly liftAtTop?: number;
}

export interface Evaluation {
  readonly customers: number;
  readonly lost: number;
  readonly candidates: readonly EvaluatedCandidate[];
}

export interface EvaluatedModels {
  readonly model: ChurnModelContent['model'];
  readonly horizonDays: number;
  readonly scorecard: ChurnModelContent['model'] | undefined;
  /** Seen through before the evaluation begins: what recency alone says is learned from them. */
  readonly earlier: readonly LabelledCustomer[];
}

/** All candidates are asked about the same customers: those of whom the model says something. */
export function evaluate(customers: readonly LabelledCustomer[], models: EvaluatedModels): Evaluation {
  const { model, scorecard, horizonDays, earlier } = models;
  const judged = customers.filter(({ facts }) => riskPercent({ model, horizonDays }, facts) !== undefined);
  const share = (of: ChurnModelContent['model']) => (facts: Facts) =>
    (riskPercent({ model: of, horizonDays }, facts) ?? 0) / 100;
  const evaluated = (candidate: Candidate, predict: (facts: Facts) => number): EvaluatedCandidate =>
    figuresOf(
      candidate,
      judged.map(({ facts, lost }) => ({ predicted: predict(facts), happened: lost })),
    );
  return {
    customers: judged.length,
    lost: judged.filter(({ lost }) => lost).length,
    candidates: [
      evaluated('model', share(model)),
      ...(model.method === 'mbg-nbd' ? [evaluated('not-alive', (facts) => 1 - (aliveUnder(model, facts) ?? 0))] : []),
      evaluated('recency', recencyAlone(earlier, horizonDays)),
      ...(scorecard ? [evaluated('scorecard', share(scorecard))] : []),
    ],
  };
}

function figuresOf(candidate: Candidate, judged: readonly Judged[]): EvaluatedCandidate {
  const calibration = calibrationTable(judged);
  return {
    candidate,
    area: areaUnderCurve(judged),
    brier: brierScore(judged),
    logLoss: logLoss(judged),
    calibration,
    calibrationError: calibrationError(calibration),
    calibrationLine: calibrationLine(judged),
    liftAtTop: liftAtTop(judged, 0.1),
  };
}

/** A logistic curve over the logarithm of days since the last order; without anything to learn it from, a plain guess. */
function recencyAlone(earlier: readonly LabelledCustomer[], horizonDays: number): (facts: Facts) => number {
  const feature = ({ daysSinceLastOrder = NEVER_DAYS }: Facts): number => Math.log1p(daysSinceLastOrder);
  const fit = fitLogistic(
    earlier.map(({ facts, lost }) => ({ features: [feature(facts)], happened: lost })),
    1,
  );
  if (fit.converged) return (facts) => probabilityOf(logOdds(fit.intercept, fit.weights, [feature(facts)]));
  return ({ daysSinceLastOrder = NEVER_DAYS }) => daysSinceLastOrder / (daysSinceLastOrder + horizonDays);
}

const NEVER_DAYS = 3_660;
