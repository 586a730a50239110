import type { BehaviourEvent } from './behaviour.events';
import { factsAt } from './facts.at';
import { folded, rated } from './testing/behaviour.fixture';

const of = { invitationId: 'i-1', surveyId: 'after-service', version: 1, customerId: 'k-1' };
const answered = (answeredAt: string, score: number): BehaviourEvent => ({
  type: 'SurveyAnswered',
  data: {
    ...of,
    answers: [
      { kind: 'scale', questionId: 'likely', score: 9, measures: 'nps' },
      { kind: 'scale', questionId: 'whole', score, measures: 'csat' },
      { kind: 'scale', questionId: 'speed', score: 1, dimension: 'responsiveness' },
      { kind: 'open', questionId: 'words', text: 'slow' },
    ],
    invitedAt: '2024-01-01T00:00:00Z',
    answeredAt,
  },
});
const factsOf = (...events: BehaviourEvent[]) => factsAt(folded(...events), '2024-01-05T00:00:00Z');

it('how satisfied somebody is by a survey is a rating like those after a service', () => {
  expect(factsOf(answered('2024-01-03T00:00:00Z', 2), rated('2024-01-02T00:00:00Z', 5))).toMatchObject({
    lastRating: 2,
    meanRating180: 3.5,
    lowRatings180: 1,
  });
});
