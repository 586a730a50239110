import type { SchemaObject } from 'ajv';
import type { Condition } from '@tenure/behaviour-contract';
import { LIFECYCLE_STAGES, RISK_BANDS, type LifecycleStage, type RiskBand, type Text } from '@tenure/shared-contract';
import { condition } from './condition.schema';
import { amountMinor, currency, id, list, oneOf, record, text, whole } from './schema.parts';

/** Of journeys of the category `win-back` a customer is in one at a time. */
export const JOURNEY_CATEGORIES = ['activation', 'maintenance', 'win-back'] as const;
export type JourneyCategory = (typeof JOURNEY_CATEGORIES)[number];

/** What is sent for the customer's own business needs no consent; what is sent to sell does. */
export const MESSAGE_PURPOSES = ['service', 'marketing'] as const;
export type MessagePurpose = (typeof MESSAGE_PURPOSES)[number];

/** What has a customer enter a journey; milestones and dates are those of the lifecycle policy. */
export type JourneyTrigger =
  | { readonly kind: 'stage-entered'; readonly stages: readonly LifecycleStage[] }
  | { readonly kind: 'milestone-reached'; readonly milestoneId: string }
  | { readonly kind: 'date-due'; readonly dateId: string }
  | { readonly kind: 'score-crossed'; readonly bands: readonly RiskBand[] };

/** In place of a step: the run is over. */
export const JOURNEY_END = 'end';

interface OfStep {
  readonly stepId: string;
}

/** What `{…}` may stand for in a message, besides a fact. */
export const CUSTOMER_FIELDS = ['customer.name'] as const;
/** In a step that issues a voucher. */
export const VOUCHER_FIELDS = ['voucher.code', 'voucher.value', 'voucher.validUntil'] as const;

/** A message to the customer; `{…}` stands for a fact, or one of the fields above. */
export interface MessageText {
  readonly subject: Text;
  readonly body: Text;
}

export interface MessageStep extends OfStep, MessageText {
  readonly kind: 'message';
  readonly purpose: MessagePurpose;
  readonly next: string;
}

export interface WaitStep extends OfStep {
  readonly kind: 'wait';
  readonly hours: number;
  readonly next: string;
}

/** Follows the first that holds. */
export interface BranchStep extends OfStep {
  readonly kind: 'branch';
  readonly branches: readonly { readonly when: Condition; readonly next: string }[];
  readonly otherwise: string;
}

export interface TaskStep extends OfStep {
  readonly kind: 'task';
  /** `person:<id>` of a policy of kind `recipients`. */
  readonly assignee: string;
  readonly title: Text;
  readonly dueHours: number;
  readonly next: string;
}

export type VoucherValue = { readonly percent: number } | { readonly amountMinor: number; readonly currency: string };

/** Issues a voucher and sends it. */
export interface VoucherStep extends OfStep, MessageText {
  readonly kind: 'voucher';
  readonly value: VoucherValue;
  readonly validDays: number;
  readonly next: string;
}

/** Asks for an opinion. */
export interface SurveyStep extends OfStep, MessageText {
  readonly kind: 'survey';
  readonly surveyId: string;
  readonly next: string;
}

export type JourneyStep = MessageStep | WaitStep | BranchStep | TaskStep | VoucherStep | SurveyStep;

/** What is hoped for, within so many days of the entry. */
export const JOURNEY_OUTCOMES = ['ordered', 'logged-in', 'not-churned'] as const;
export type JourneyOutcome = (typeof JOURNEY_OUTCOMES)[number];

export interface JourneyContent {
  readonly category: JourneyCategory;
  readonly trigger: JourneyTrigger;
  /** Must hold at the entry. */
  readonly entry?: Condition;
  /** Ends the run as soon as it is seen to hold: before each step. */
  readonly exit?: Condition;
  readonly reentry: { readonly kind: 'never' } | { readonly kind: 'after-days'; readonly days: number };
  /** So many of a hundred customers, chosen by chance and the same ones again and again, are left alone to compare with. */
  readonly holdOutPercent: number;
  readonly outcome: {
    readonly measure: JourneyOutcome;
    readonly withinDays: number;
    /** In a group of fewer customers nothing is concluded. */
    readonly smallestGroup: number;
  };
  /** The first step. */
  readonly start: string;
  readonly steps: readonly JourneyStep[];
}

const next = id;
const message = { subject: text, body: text };

const stepSchemas: Readonly<Record<JourneyStep['kind'], SchemaObject>> = {
  message: record({ stepId: id, kind: oneOf(['message']), purpose: oneOf(MESSAGE_PURPOSES), ...message, next }),
  wait: record({ stepId: id, kind: oneOf(['wait']), hours: whole(1, 87_600), next }),
  branch: record({
    stepId: id,
    kind: oneOf(['branch']),
    branches: list(record({ when: condition, next }), 1, 20),
    otherwise: next,
  }),
  task: record({
    stepId: id,
    kind: oneOf(['task']),
    assignee: { type: 'string', format: 'notify-whom' },
    title: text,
    dueHours: whole(1, 87_600),
    next,
  }),
  voucher: record({
    stepId: id,
    kind: oneOf(['voucher']),
    value: {
      if: { type: 'object', required: ['percent'] },
      then: record({ percent: whole(1, 100) }),
      else: record({ amountMinor, currency }),
    },
    validDays: whole(1, 3_660),
    ...message,
    next,
  }),
  survey: record({ stepId: id, kind: oneOf(['survey']), surveyId: id, ...message, next }),
};

const step: SchemaObject = {
  type: 'object',
  properties: { kind: oneOf(Object.keys(stepSchemas)) },
  required: ['kind'],
  allOf: Object.entries(stepSchemas).map(([kind, schema]) => ({
    if: { properties: { kind: { const: kind } } },
    then: schema,
  })),
};

const triggers: Readonly<Record<JourneyTrigger['kind'], SchemaObject>> = {
  'stage-entered': record({ kind: oneOf(['stage-entered']), stages: list(oneOf(LIFECYCLE_STAGES), 1, 5) }),
  'milestone-reached': record({ kind: oneOf(['milestone-reached']), milestoneId: id }),
  'date-due': record({ kind: oneOf(['date-due']), dateId: id }),
  'score-crossed': record({ kind: oneOf(['score-crossed']), bands: list(oneOf(RISK_BANDS), 1, 3) }),
};

const trigger: SchemaObject = {
  type: 'object',
  properties: { kind: oneOf(Object.keys(triggers)) },
  required: ['kind'],
  allOf: Object.entries(triggers).map(([kind, schema]) => ({
    if: { properties: { kind: { const: kind } } },
    then: schema,
  })),
};

export const journeySchema = record(
  {
    category: oneOf(JOURNEY_CATEGORIES),
    trigger,
    entry: condition,
    exit: condition,
    reentry: {
      if: { type: 'object', properties: { kind: { const: 'never' } } },
      then: record({ kind: oneOf(['never']) }),
      else: record({ kind: oneOf(['after-days']), days: whole(1, 3_660) }),
    },
    holdOutPercent: whole(0, 90),
    outcome: record({
      measure: oneOf(JOURNEY_OUTCOMES),
      withinDays: whole(1, 3_660),
      smallestGroup: whole(2, 1_000_000),
    }),
    start: id,
    steps: list(step, 1, 200),
  },
  ['entry', 'exit'],
);
