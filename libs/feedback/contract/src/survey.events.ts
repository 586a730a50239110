import { defineCodec } from '@tenure/kernel';
import type { SatisfactionDimension, SatisfactionMeasure } from '@tenure/policy-contract';
import type { Text } from '@tenure/shared-contract';

/** Stored for ever: add optional fields; never rename, retype or reuse one. Times are ISO 8601 with offset. */
export type SurveyEvent =
  | { readonly type: 'SurveyInvited'; readonly data: SurveyInvited }
  | { readonly type: 'SurveyAnswered'; readonly data: SurveyAnswered };

export const SURVEY_LANGUAGES = ['zh', 'en'] as const;
export type SurveyLanguage = (typeof SURVEY_LANGUAGES)[number];

export const SUBJECT_KINDS = ['case', 'purchase', 'journey', 'quarter'] as const;

/** What a customer was asked about. */
export interface SurveySubject {
  readonly kind: (typeof SUBJECT_KINDS)[number];
  /** Id of the case, purchase or run; `2026-Q4`. */
  readonly id: string;
}

interface OfInvitation {
  readonly invitationId: string;
  /** Policy of kind `survey`, and its version, whose questions are asked. */
  readonly surveyId: string;
  readonly version: number;
  readonly customerId: string;
  readonly about?: SurveySubject;
  readonly product?: string;
  /** What is known of the service that it is about, such as `delivered-late`. */
  readonly labels?: readonly string[];
}

/** The link is made from the invitation's id by whoever has the key: it is nowhere in the log. */
export interface SurveyInvited extends OfInvitation {
  /** Id of the event that the customer is asked because of; absent where a person or an import asks. */
  readonly causeEventId?: string;
  /** Whether the customer is written to by the platform: not where the asking lies in the past, or was done by others. */
  readonly send: boolean;
  /** Who asked: a person, `journey:` and its id, or the platform. */
  readonly by?: string;
  /** What the customer is written, in place of the usual words; the link comes after it. */
  readonly message?: { readonly subject: Text; readonly body: Text };
  readonly invitedAt: string;
  /** Not answered at this moment any more. */
  readonly endsAt: string;
}

/** As it was given: a whole number on a scale, ids of options, words. */
export type SurveyAnswer =
  | {
      readonly kind: 'scale';
      readonly questionId: string;
      readonly score: number;
      readonly measures?: SatisfactionMeasure;
      readonly dimension?: SatisfactionDimension;
    }
  | { readonly kind: 'choice'; readonly questionId: string; readonly chosen: readonly string[] }
  | { readonly kind: 'open'; readonly questionId: string; readonly text: string };

/** Once for an invitation. */
export interface SurveyAnswered extends OfInvitation {
  readonly answers: readonly SurveyAnswer[];
  readonly language?: SurveyLanguage;
  readonly invitedAt: string;
  readonly answeredAt: string;
}

const ofInvitation = {
  invitationId: 'string',
  surveyId: 'string',
  version: 'number',
  customerId: 'string',
  about: 'object?',
  product: 'string?',
  labels: 'array?',
} as const;

export const surveyCodec = defineCodec<SurveyEvent>({
  SurveyInvited: {
    version: 1,
    fields: {
      ...ofInvitation,
      causeEventId: 'string?',
      send: 'boolean',
      by: 'string?',
      message: 'object?',
      invitedAt: 'string',
      endsAt: 'string',
    },
    personal: ['message'],
  },
  SurveyAnswered: {
    version: 1,
    fields: { ...ofInvitation, answers: 'array', language: 'string?', invitedAt: 'string', answeredAt: 'string' },
    personal: ['answers'],
  },
});
