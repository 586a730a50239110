import type { SchemaObject } from 'ajv';
import { NUMBER_FACTS, type Condition, type NumberFact } from '@tenure/behaviour-contract';
import { RISK_BANDS, type RiskBand, type Text } from '@tenure/shared-contract';
import { condition } from './condition.schema';
import { day, id, list, oneOf, record, text, timeZone, whole } from './schema.parts';

/** Expert judgement in points: of each item the first line that holds counts. The score is their sum, within 0–100. */
export interface Scorecard {
  readonly method: 'scorecard';
  readonly basePoints: number;
  readonly items: readonly ScorecardItem[];
}

export interface ScorecardItem {
  readonly itemId: string;
  readonly title: Text;
  readonly lines: readonly { readonly when: Condition; readonly points: number }[];
}

/**
 * Buyers without a contract (Batislam, Denizel & Filiztekin 2007: MBG/NBD). The score is 100 × the probability that no
 * order comes within `horizonDays`: of who was lost, 1 − P(alive), for certain, and of who is alive by the rate of buying.
 * Time in weeks.
 */
export interface MbgNbd {
  readonly method: 'mbg-nbd';
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
  /** The average customer that it was fitted on, in days: who others are compared with when a score is explained. */
  readonly average: {
    readonly orderDays: number;
    readonly daysSinceFirstOrder: number;
    readonly daysSinceLastOrder: number;
  };
  readonly fitted: FittedOn;
}

/**
 * Log-odds of being lost: intercept + Σ weight × (transform(fact) − mean) ÷ deviation, of which the fraction is held within
 * ±3, as further out hardly anything was learned. The score is 100 × probability.
 */
export interface Logistic {
  readonly method: 'logistic';
  readonly intercept: number;
  readonly features: readonly LogisticFeature[];
  readonly fitted: FittedOn;
}

export const FEATURE_TRANSFORMS = ['identity', 'log1p', 'known'] as const;

export interface LogisticFeature {
  readonly fact: NumberFact;
  /** `log1p`: ln(1 + max(0, fact)); `known`: 1 where the fact is known, else 0. */
  readonly transform: (typeof FEATURE_TRANSFORMS)[number];
  /** Taken, after the transformation, where the fact is not known. */
  readonly absent: number;
  readonly mean: number;
  readonly deviation: number;
  readonly weight: number;
}

/**
 * What a model was fitted on; nothing at or after `until` was looked at. A customer who was looked at on several days counts
 * for each of them.
 */
export interface FittedOn {
  readonly from: string;
  readonly until: string;
  readonly customers: number;
  readonly lost: number;
  readonly logLikelihood: number;
}

/** The model by which customers are scored. Lost: without an order, or a contract in force, for `horizonDays`. */
export interface ChurnModelContent {
  readonly horizonDays: number;
  /** Who is scored at all. */
  readonly scored: Condition;
  /** From the highest down; a score below all of them is of the band `low`. */
  readonly bands: readonly { readonly band: RiskBand; readonly atLeast: number }[];
  /** When all are scored each day. */
  readonly daily: { readonly timeZone: string; readonly hour: number };
  readonly model: Scorecard | MbgNbd | Logistic;
}

const number: SchemaObject = { type: 'number' };
const positive: SchemaObject = { type: 'number', exclusiveMinimum: 0 };
const points: SchemaObject = { type: 'number', minimum: -100, maximum: 100 };

const fitted = record({ from: day, until: day, customers: whole(1, 1e9), lost: whole(0, 1e9), logLikelihood: number });

const scorecard = record({
  method: oneOf(['scorecard']),
  basePoints: points,
  items: list(record({ itemId: id, title: text, lines: list(record({ when: condition, points }), 1, 20) }), 1, 50),
});

const notNegative: SchemaObject = { type: 'number', minimum: 0 };
const average = record({
  orderDays: { type: 'number', minimum: 1 },
  daysSinceFirstOrder: notNegative,
  daysSinceLastOrder: notNegative,
});

const mbgNbd = record({
  method: oneOf(['mbg-nbd']),
  r: positive,
  alpha: positive,
  a: positive,
  b: positive,
  average,
  fitted,
});

const feature = record({
  fact: oneOf(NUMBER_FACTS),
  transform: oneOf(FEATURE_TRANSFORMS),
  absent: number,
  mean: number,
  deviation: positive,
  weight: number,
});

const logistic = record({ method: oneOf(['logistic']), intercept: number, features: list(feature, 1, 50), fitted });

const ofMethod = (method: string, schema: SchemaObject, otherwise: SchemaObject): SchemaObject => ({
  if: { type: 'object', properties: { method: { const: method } }, required: ['method'] },
  then: schema,
  else: otherwise,
});

export const churnModelSchema = record({
  horizonDays: whole(1, 3_660),
  scored: condition,
  bands: list(record({ band: oneOf(RISK_BANDS), atLeast: { type: 'number', minimum: 0, maximum: 100 } }), 1, 3),
  daily: record({ timeZone, hour: whole(0, 23) }),
  model: ofMethod('mbg-nbd', mbgNbd, ofMethod('logistic', logistic, scorecard)),
});
