import type { MetricId, SurveyMetricId } from '@tenure/metric-contract';
import type { AnswerFacts } from './answer.facts';
import type { Lens } from './lens';
import type { MetricTally } from './metric.tally';

/** Where several questions measure the same, a score may be a fraction. */
const SCORE_PARTS = 1_000_000;

/** The one definition of each metric of surveys. */
export const ANSWER_OBSERVING: Readonly<
  Record<SurveyMetricId, (facts: AnswerFacts, lens: Lens, tally: MetricTally) => void>
> = {
  csat: ofAnswered('csat', (score, tally) => {
    tally.add(score >= 4 ? 1 : 0);
    tally.beside('scoreParts', Math.round(score * SCORE_PARTS));
  }),
  nps: ofAnswered('nps', (score, tally) => {
    const kind = score >= 9 ? 'promoters' : score > 6 ? 'passives' : 'detractors';
    tally.add(kind === 'promoters' ? 100 : kind === 'detractors' ? -100 : 0);
    tally.beside(kind);
  }),
  ces: ofAnswered('ces', (score, tally) => {
    tally.add(score >= 5 ? 1 : 0);
    tally.beside('scoreParts', Math.round(score * SCORE_PARTS));
  }),
  'survey-response-rate': ({ invitedAt, answeredAt }, lens, tally) => {
    if (lens.shows(Date.parse(invitedAt)))
      tally.add(answeredAt !== null && Date.parse(answeredAt) <= lens.asOf ? 1 : 0);
  },
};

function ofAnswered(
  measure: keyof AnswerFacts['scores'],
  observe: (score: number, tally: MetricTally) => void,
): (typeof ANSWER_OBSERVING)[SurveyMetricId] {
  return ({ answeredAt, scores }, lens, tally) => {
    const score = scores[measure];
    if (score !== undefined && answeredAt !== null && lens.shows(Date.parse(answeredAt))) observe(score, tally);
  };
}

/** What else an answer says: the mean of its scores in place of their sum. */
export function besidesOfAnswers(tally: MetricTally): Readonly<Record<string, number>> | undefined {
  const sum = tally.besides('scoreParts');
  return sum === 0 ? undefined : { meanScore: sum / SCORE_PARTS / tally.n };
}

export const isSurveyMetric = (metricId: MetricId): metricId is SurveyMetricId => metricId in ANSWER_OBSERVING;
