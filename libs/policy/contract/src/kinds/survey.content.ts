import type { SchemaObject } from 'ajv';
import type { Condition } from '@tenure/behaviour-contract';
import { CASE_TYPES, type CaseType, type Text } from '@tenure/shared-contract';
import { condition } from './condition.schema';
import { id, list, oneOf, record, text, timeZone, whole } from './schema.parts';

/** 响应及时性, 问题解决效率, 服务态度 (R17). */
export const SATISFACTION_DIMENSIONS = ['responsiveness', 'resolution', 'attitude'] as const;
export type SatisfactionDimension = (typeof SATISFACTION_DIMENSIONS)[number];

/**
 * CSAT: the share of 4–5 on a scale of 1–5. NPS: the share of 9–10 less that of 0–6 (Reichheld 2003). CES 2.0: "made it easy",
 * the share of 5–7 on a scale of 1–7 (CEB 2013).
 */
export const SATISFACTION_MEASURES = ['csat', 'nps', 'ces'] as const;
export type SatisfactionMeasure = (typeof SATISFACTION_MEASURES)[number];

/** The only scales on which the measures are defined. */
export const MEASURE_SCALES: Readonly<Record<SatisfactionMeasure, readonly [from: number, to: number]>> = {
  csat: [1, 5],
  nps: [0, 10],
  ces: [1, 7],
};

/** That of the dimensions, and of ratings after a service. */
export const DIMENSION_SCALE: readonly [from: number, to: number] = [1, 5];

interface OfQuestion {
  readonly questionId: string;
  readonly title: Text;
  readonly required: boolean;
}

/** A whole number from `from` to `to`, these included. In a survey at most one is for each measure, and for each dimension. */
export interface ScaleQuestion extends OfQuestion {
  readonly kind: 'scale';
  readonly from: number;
  readonly to: number;
  readonly labels: { readonly from: Text; readonly to: Text };
  readonly measures?: SatisfactionMeasure;
  readonly dimension?: SatisfactionDimension;
}

export interface ChoiceQuestion extends OfQuestion {
  readonly kind: 'choice';
  readonly options: readonly { readonly optionId: string; readonly title: Text }[];
  /** How many of them may be chosen. */
  readonly most: number;
}

export interface OpenQuestion extends OfQuestion {
  readonly kind: 'open';
  readonly maxLength: number;
}

export type SurveyQuestion = ScaleQuestion | ChoiceQuestion | OpenQuestion;

/** When customers are asked. */
export type SurveyOccasion =
  | { readonly kind: 'after-service'; readonly caseTypes: readonly CaseType[]; readonly afterHours: number }
  /** On a day of the first month of each quarter, at an hour. */
  | { readonly kind: 'quarterly'; readonly day: number; readonly hour: number; readonly timeZone: string }
  /** By a step of a journey, by a person, or by an import. */
  | { readonly kind: 'on-request' };

/** A survey; the id of the policy is the survey's. */
export interface SurveyContent {
  readonly title: Text;
  readonly introduction: Text;
  readonly thanks: Text;
  readonly occasion: SurveyOccasion;
  /** Who is asked at all. */
  readonly asked: Condition;
  /** A customer is asked by this survey once in so many days at most. */
  readonly restDays: number;
  /** How long an invitation can be answered. */
  readonly openDays: number;
  readonly questions: readonly SurveyQuestion[];
}

const yesNo: SchemaObject = { type: 'boolean' };
const ofQuestion = { questionId: id, title: text, required: yesNo } as const;

const scale = record(
  {
    kind: oneOf(['scale']),
    ...ofQuestion,
    from: whole(0, 1),
    to: whole(2, 10),
    labels: record({ from: text, to: text }),
    measures: oneOf(SATISFACTION_MEASURES),
    dimension: oneOf(SATISFACTION_DIMENSIONS),
  },
  ['measures', 'dimension'],
);
const choice = record({
  kind: oneOf(['choice']),
  ...ofQuestion,
  options: list(record({ optionId: id, title: text }), 2, 50),
  most: whole(1, 50),
});
const open = record({ kind: oneOf(['open']), ...ofQuestion, maxLength: whole(1, 5_000) });

const ofKind = (kind: string, schema: SchemaObject, otherwise: SchemaObject): SchemaObject => ({
  if: { type: 'object', properties: { kind: { const: kind } }, required: ['kind'] },
  then: schema,
  else: otherwise,
});

const afterService = record({
  kind: oneOf(['after-service']),
  caseTypes: list(oneOf(CASE_TYPES), 1, 10),
  afterHours: whole(0, 8_760),
});
const quarterly = record({ kind: oneOf(['quarterly']), day: whole(1, 28), hour: whole(0, 23), timeZone });

export const surveySchema = record({
  title: text,
  introduction: text,
  thanks: text,
  occasion: ofKind(
    'after-service',
    afterService,
    ofKind('quarterly', quarterly, record({ kind: oneOf(['on-request']) })),
  ),
  asked: condition,
  restDays: whole(0, 3_660),
  openDays: whole(1, 366),
  questions: list(ofKind('scale', scale, ofKind('choice', choice, open)), 1, 50),
});
