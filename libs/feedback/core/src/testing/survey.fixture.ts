import * as fc from 'fast-check';
import type { GivenAnswer } from '@tenure/feedback-contract';
import type { PublishedPolicy, SurveyContent } from '@tenure/policy-contract';

const both = (text: string) => ({ zh: text, en: text });
const ends = { from: both('low'), to: both('high') };

const content: SurveyContent = {
  title: both('After service'),
  introduction: both('Please'),
  thanks: both('Thanks'),
  occasion: { kind: 'after-service', caseTypes: ['complaint'], afterHours: 2 },
  asked: { all: [] },
  restDays: 30,
  openDays: 10,
  questions: [
    {
      kind: 'scale',
      questionId: 'whole',
      title: both('Whole'),
      required: true,
      from: 1,
      to: 5,
      labels: ends,
      measures: 'csat',
    },
    {
      kind: 'scale',
      questionId: 'speed',
      title: both('Speed'),
      required: false,
      from: 1,
      to: 5,
      labels: ends,
      dimension: 'responsiveness',
    },
    {
      kind: 'scale',
      questionId: 'ease',
      title: both('Ease'),
      required: false,
      from: 1,
      to: 7,
      labels: ends,
      measures: 'ces',
    },
    {
      kind: 'choice',
      questionId: 'what',
      title: both('What'),
      required: false,
      options: ['price', 'quality', 'people'].map((optionId) => ({ optionId, title: both(optionId) })),
      most: 2,
    },
    { kind: 'open', questionId: 'words', title: both('Words'), required: false, maxLength: 20 },
  ],
};

const version = (
  number: number,
  effectiveFrom: string,
  changed: Partial<SurveyContent> = {},
): PublishedPolicy<'survey'> => ({
  policyId: 'after-service',
  kind: 'survey',
  version: number,
  title: both('After service'),
  by: 'anna',
  effectiveFrom,
  content: { ...content, ...changed },
  publishedAt: effectiveFrom,
});

export const invitedAt = '2026-03-01T09:00:00+08:00';
export const inTime = '2026-03-05T10:00:00+08:00';
export const endsAt = '2026-03-11T01:00:00.000Z';

/** The second asks how likely the customer is to recommend. */
export const versions: readonly PublishedPolicy<'survey'>[] = [
  version(1, '2026-01-01T00:00:00+08:00'),
  version(2, '2026-03-02T00:00:00+08:00', {
    questions: [
      {
        kind: 'scale',
        questionId: 'likely',
        title: both('Likely'),
        required: true,
        from: 0,
        to: 10,
        labels: ends,
        measures: 'nps',
      },
    ],
  }),
];

const anyAnswer: fc.Arbitrary<GivenAnswer> = fc.oneof(
  fc.record({
    questionId: fc.constantFrom('whole', 'speed', 'ease', 'likely', 'what'),
    score: fc.integer({ min: -1, max: 11 }),
  }),
  fc.record({
    questionId: fc.constantFrom('what', 'words'),
    chosen: fc.subarray(['price', 'quality', 'people', 'luck']),
  }),
  fc.record({
    questionId: fc.constantFrom('words', 'whole'),
    text: fc.constantFrom('', '  ', 'good', 'far too long for the question'),
  }),
);
export const anyAnswers = fc.uniqueArray(anyAnswer, {
  selector: ({ questionId }) => questionId,
  minLength: 1,
  maxLength: 5,
});
const goodAnswers = fc
  .record({ questionId: fc.constant('whole'), score: fc.integer({ min: 1, max: 5 }) })
  .map((one) => [one]);

const ofInvitation = {
  invitationId: fc.constant('i-1'),
  surveyId: fc.constant('after-service'),
  send: fc.boolean(),
  by: fc.constant('anna'),
};
const asked = {
  ...ofInvitation,
  customerId: fc.constantFrom('k-1', 'k-2'),
  labels: fc.constantFrom(undefined, ['late']),
};
const occurredAt = fc.constantFrom('2025-12-31T00:00:00Z', invitedAt, inTime, endsAt, '2026-04-01T00:00:00Z');

export const commands = {
  InviteToSurvey: fc.record({ ...asked, type: fc.constant('InviteToSurvey'), occurredAt }),
  InviteOnOccasion: fc.record({
    ...asked,
    type: fc.constant('InviteOnOccasion'),
    causeEventId: fc.constantFrom('e-1', 'e-2'),
    occurredAt,
  }),
  AnswerSurvey: fc.record({
    type: fc.constant('AnswerSurvey'),
    invitationId: fc.constant('i-1'),
    answers: fc.oneof(goodAnswers, anyAnswers),
    occurredAt,
  }),
} as const;
