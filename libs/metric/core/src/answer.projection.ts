import type { SurveyAnswer, SurveyEvent } from '@tenure/feedback-contract';
import { instant, type Projection } from '@tenure/kernel';
import { SATISFACTION_MEASURES, type SatisfactionMeasure } from '@tenure/policy-contract';
import type { AnswerFacts } from './answer.facts';

export type AnswerMetricRow = AnswerFacts;

/** What metrics count of each invitation to a survey. */
export const metricAnswer: Projection<AnswerMetricRow, SurveyEvent> = {
  name: 'metric-answer',
  version: 1,
  handles: ['SurveyInvited', 'SurveyAnswered'],
  keysOf: ({ data }) => [data.invitationId],
  fold: (row, { type, data }) => {
    const { invitationId, customerId, surveyId, product = null, labels = [], invitedAt } = data;
    const asked = { invitationId, customerId, surveyId, product, labels, invitedAt: utc(invitedAt) };
    if (type === 'SurveyInvited') return { ...asked, answeredAt: row?.answeredAt ?? null, scores: row?.scores ?? {} };
    return { ...asked, answeredAt: utc(data.answeredAt), scores: scoresOf(data.answers) };
  },
};

const utc = (at: string): string => instant(Date.parse(at));

const scoresOf = (answers: readonly SurveyAnswer[]): AnswerFacts['scores'] =>
  Object.fromEntries(
    SATISFACTION_MEASURES.flatMap((measure) => {
      const score = scoreOf(answers, measure);
      return score === undefined ? [] : [[measure, score]];
    }),
  );

/**
 * A customer who answers counts once, so that answers are independent of one another: where several questions measure the
 * same, by the mean of those that are about the whole, or else of all.
 */
function scoreOf(answers: readonly SurveyAnswer[], measure: SatisfactionMeasure): number | undefined {
  const measuring = answers.flatMap((answer) =>
    answer.kind === 'scale' && answer.measures === measure ? [answer] : [],
  );
  const ofTheWhole = measuring.filter(({ dimension }) => dimension === undefined);
  const counted = ofTheWhole.length > 0 ? ofTheWhole : measuring;
  if (counted.length === 0) return undefined;
  return counted.reduce((sum, { score }) => sum + score, 0) / counted.length;
}
