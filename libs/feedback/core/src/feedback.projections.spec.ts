import { projected, recordAll } from '@tenure/kernel/testing';
import type { SurveyEvent, VoiceEvent, VoiceHeard } from '@tenure/feedback-contract';
import { customerVoice } from './customer-voice.projection';
import { surveyResponse } from './survey-response.projection';

const invitedAt = '2026-03-01T01:00:00.000Z';
const of = { invitationId: 'i-1', surveyId: 'after-service', version: 2, customerId: 'k-1' };
const invited: SurveyEvent = {
  type: 'SurveyInvited',
  data: {
    ...of,
    about: { kind: 'case', id: 'c-1' },
    send: true,
    by: 'anna',
    invitedAt,
    endsAt: '2026-03-11T01:00:00.000Z',
  },
};
const answered: SurveyEvent = {
  type: 'SurveyAnswered',
  data: {
    ...of,
    answers: [
      { kind: 'scale', questionId: 'whole', score: 4, measures: 'csat' },
      { kind: 'scale', questionId: 'likely', score: 0, measures: 'nps' },
      { kind: 'scale', questionId: 'ease', score: 7, measures: 'ces' },
      { kind: 'scale', questionId: 'speed', score: 2, dimension: 'responsiveness' },
      { kind: 'scale', questionId: 'plain', score: 1 },
      { kind: 'choice', questionId: 'what', chosen: ['price'] },
      { kind: 'open', questionId: 'good', text: 'quick' },
      { kind: 'open', questionId: 'bad', text: 'dear' },
    ],
    language: 'en',
    invitedAt,
    answeredAt: '2026-03-02T01:00:00.000Z',
  },
};
const rowOf = (...events: SurveyEvent[]) => projected(surveyResponse, recordAll(events, { customerId: 'k-1' }))[0];

describe('what came of surveys', () => {
  it('is nothing yet of one that was sent', () =>
    expect(rowOf(invited)).toMatchObject({ aboutId: 'c-1', sent: true, answeredAt: null, csat: null, answers: null }));
  it('has the scores by what they measure, and all that was said in words', () =>
    expect(rowOf(invited, answered)).toMatchObject({
      endsAt: '2026-03-11T01:00:00.000Z',
      answeredAt: '2026-03-02T01:00:00.000Z',
      csat: 4,
      nps: 0,
      ces: 7,
      responsiveness: 2,
      resolution: null,
      attitude: null,
      text: 'quick\n\ndear',
    }));
});

describe('the voices of customers', () => {
  it('are a row each', () => {
    const data: VoiceHeard = { voiceId: 'v-1', kind: 'forum', text: 'slow', by: 'bo', heardAt: invitedAt };
    const rows = projected(customerVoice, recordAll<VoiceEvent>([{ type: 'VoiceHeard', data }], { customerId: 'k-1' }));
    expect(rows[0]).toMatchObject({
      customerId: null,
      labels: [],
      text: 'slow',
      recordedBy: 'bo',
      rating: null,
    });
  });
});
