import type { SurveyAnswered } from '@tenure/feedback-contract';
import type { Counting } from './counting';
import type { BehaviourDraft } from './customer.behaviour';
import { foldRating } from './signal.fold';

/** How satisfied somebody is by a survey is a rating like any other; what else they answer is none. */
export function foldSurvey<Draft extends BehaviourDraft>(
  draft: Draft,
  { answers, answeredAt }: SurveyAnswered,
  count: Counting<Draft>,
): void {
  for (const answer of answers) {
    if (answer.kind === 'scale' && answer.measures === 'csat') {
      foldRating(draft, answer.score, Date.parse(answeredAt), count);
    }
  }
}
