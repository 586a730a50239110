import type { SurveyEvent, VoiceEvent } from '@tenure/feedback-contract';
import { recordAll } from '@tenure/kernel/testing';
import { foldPlainly, useProjections } from '@tenure/projections/testing';
import { CustomerVoiceEntry } from './customer-voice.entity';
import { feedbackMigrations, feedbackProjections } from './feedback.projections';
import { ProjectedDimensionScores } from './projected-dimension.scores';
import { SurveyResponseEntry } from './survey-response.entity';

const invitedAt = '2026-03-01T01:00:00.000Z';
const answeredAt = '2026-03-02T01:00:00.000Z';
const of = (invitationId: string) => ({ invitationId, surveyId: 'visit', version: 1, customerId: 'k-1' });
const invited = (invitationId: string): SurveyEvent => ({
  type: 'SurveyInvited',
  data: { ...of(invitationId), send: true, by: 'anna', invitedAt, endsAt: '2026-03-11T01:00:00.000Z' },
});
const answered = (invitationId: string, score: number): SurveyEvent => ({
  type: 'SurveyAnswered',
  data: {
    ...of(invitationId),
    about: { kind: 'case', id: 'c-1' },
    labels: ['late', '迟到'],
    answers: [
      { kind: 'scale', questionId: 'whole', score: 5, measures: 'csat' },
      { kind: 'scale', questionId: 'attitude', score, dimension: 'attitude' },
      { kind: 'open', questionId: 'words', text: '“quoted”\n\\N 物流' },
    ],
    language: 'zh',
    invitedAt,
    answeredAt,
  },
});
const heard: VoiceEvent = {
  type: 'VoiceHeard',
  data: { voiceId: 'v-1', kind: 'forum', text: '慢', labels: ['a"b'], rating: 2, by: 'bo', heardAt: invitedAt },
};
const history = [
  invited('open'),
  invited('first'),
  invited('second'),
  answered('first', 2),
  heard,
  answered('second', 4),
];

describe('read models of feedback', () => {
  const database = useProjections({ bindings: feedbackProjections, migrations: feedbackMigrations });

  it('hold a history as the plain fold gives it, and tell how dimensions were scored', async () => {
    const events = recordAll<SurveyEvent | VoiceEvent>(history, { customerId: 'k-1' });
    const { dataSource } = database;
    await database.project(events, 2);
    const [responses, voices] = feedbackProjections.map((binding) => [...foldPlainly(binding, events).values()]);
    const order = { order: { position: 'ASC' } } as const;
    expect(await dataSource.manager.find(CustomerVoiceEntry, order)).toEqual(voices);
    const stored = await dataSource.manager.find(SurveyResponseEntry, order);
    expect(stored).toHaveLength(3);
    expect(stored).toEqual(expect.arrayContaining([...(responses ?? [])]));

    const scores = new ProjectedDimensionScores(dataSource);
    const [attitude, ...others] = await scores.between(invitedAt, '2026-04-01T00:00:00Z', 'visit');
    expect(others).toEqual([]);
    expect(attitude).toMatchObject({ dimension: 'attitude', n: 2, mean: 3 });
    // Student's t with one degree of freedom: 12.7062 standard errors, of which one is 1.
    expect(attitude?.interval?.high).toBeCloseTo(3 + 12.7062, 3);
    expect(await scores.between(invitedAt, answeredAt)).toEqual([]);
    expect(await scores.between(invitedAt, '2026-04-01T00:00:00Z', 'another')).toEqual([]);
  });
});
