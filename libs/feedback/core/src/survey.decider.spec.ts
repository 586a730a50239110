import * as fc from 'fast-check';
import type { GivenAnswer, SurveyEvent } from '@tenure/feedback-contract';
import { proveRepeatedCommandsYieldNoEvents, specify } from '@tenure/kernel/testing';
import { surveyInvitation } from './survey.decider';
import { anyAnswers, commands, endsAt, invitedAt, inTime, versions } from './testing/survey.fixture';

const decider = surveyInvitation(versions);
const { given } = specify(decider);
const asked = { invitationId: 'i-1', surveyId: 'after-service', customerId: 'k-1', product: 'CRM', labels: ['late'] };
const about = { kind: 'case', id: 'c-1' } as const;
const invite = { type: 'InviteToSurvey', ...asked, about, send: true, by: 'anna', occurredAt: invitedAt } as const;
const terms = { ...asked, about, version: 1 };
const invited: SurveyEvent = { type: 'SurveyInvited', data: { ...terms, send: true, by: 'anna', invitedAt, endsAt } };
const answers = [
  { questionId: 'words', text: ' quick ' },
  { questionId: 'whole', score: 4 },
  { questionId: 'what', chosen: [] },
] satisfies readonly GivenAnswer[];
const answer = { type: 'AnswerSurvey', invitationId: 'i-1', answers, language: 'zh', occurredAt: inTime } as const;
const answered: SurveyEvent = {
  type: 'SurveyAnswered',
  data: {
    ...terms,
    answers: [
      { kind: 'scale', questionId: 'whole', score: 4, measures: 'csat' },
      { kind: 'open', questionId: 'words', text: 'quick' },
    ],
    language: 'zh',
    invitedAt,
    answeredAt: inTime,
  },
};

describe('an invitation to a survey', () => {
  it('is to the version in force when the customer is asked, and ends after its days', () =>
    given().when(invite).then(invited));
  it('is not to a survey that is not in force', () =>
    given()
      .when({ ...invite, occurredAt: '2025-12-31T23:00:00+08:00' })
      .thenRejected('survey-not-in-force'));
  it('is not made again on other terms', () => {
    given(invited)
      .when({ ...invite, customerId: 'k-2' })
      .thenRejected('survey-already-invited-differently');
    given(invited)
      .when({ ...invite, send: false })
      .thenRejected('survey-already-invited-differently');
  });
  it('is made once on an occasion, whatever is known by the time that it is read again', () => {
    const onOccasion = { ...invite, type: 'InviteOnOccasion', causeEventId: 'e-1' } as const;
    given()
      .when(onOccasion)
      .then({ type: 'SurveyInvited', data: { ...invited.data, causeEventId: 'e-1' } });
    given(invited)
      .when({ ...onOccasion, product: 'another', occurredAt: inTime })
      .then();
    given(invited)
      .when({ ...onOccasion, about: { kind: 'case', id: 'c-2' } })
      .thenRejected('survey-already-invited-differently');
  });

  it('is answered by the questions of its version, in their order, with what these measure', () =>
    given(invited).when(answer).then(answered));
  it('is answered once', () => {
    given(invited, answered)
      .when({ ...answer, answers: [{ questionId: 'whole', score: 1 }] })
      .thenRejected('survey-already-answered');
    given(invited, answered)
      .when({ ...answer, occurredAt: '2026-03-06T10:00:00+08:00' })
      .thenRejected('survey-already-answered');
    given(invited, answered)
      .when({ ...answer, answers: [{ questionId: 'whole', score: 9 }], occurredAt: endsAt })
      .thenRejected('survey-already-answered');
  });
  it('is answered between its beginning and its end', () => {
    given(invited)
      .when({ ...answer, occurredAt: endsAt })
      .thenRejected('survey-ended');
    given(invited)
      .when({ ...answer, occurredAt: '2026-03-01T00:59:59Z' })
      .thenRejected('survey-answered-before-invited');
    given().when(answer).thenRejected('survey-invitation-not-found');
  });

  it.each([
    [
      'survey-score-off-scale',
      'question whole has a scale of 1 to 5, which 9 is not on',
      { questionId: 'whole', score: 9 },
    ],
    [
      'survey-question-unknown',
      'there is no question likely in it; it asks whole, speed, ease, what, words',
      { questionId: 'likely', score: 9 },
    ],
    ['survey-answer-of-another-kind', 'question whole is answered by a score', { questionId: 'whole', text: 'good' }],
    ['survey-required-missing', 'question whole has to be answered', { questionId: 'speed', score: 1 }],
  ])('is not answered: %s', (code, detail, one: GivenAnswer) => {
    expect(decider.decide({ ...answer, answers: [one] }, decider.evolve(decider.initial, invited))).toEqual({
      accepted: false,
      code,
      detail,
    });
  });
  it.each([
    ['survey-option-unknown', { questionId: 'what', chosen: ['price', 'luck'] }],
    ['survey-too-many-chosen', { questionId: 'what', chosen: ['price', 'quality', 'people'] }],
    ['survey-text-too-long', { questionId: 'words', text: 'x'.repeat(21) }],
  ] as const)('is not answered: %s', (code, one) =>
    given(invited)
      .when({ ...answer, answers: [{ questionId: 'whole', score: 3 }, one] })
      .thenRejected(code),
  );

  it('takes no answer but one that fits its questions', () =>
    fc.assert(
      fc.property(anyAnswers, (some) => {
        const decision = decider.decide({ ...answer, answers: some }, decider.evolve(decider.initial, invited));
        if (!decision.accepted) return;
        const scores = decision.events.flatMap(({ data }) => ('answers' in data ? data.answers : []));
        for (const one of scores) {
          if (one.kind === 'scale') expect(one.score).toBeGreaterThanOrEqual(1);
          if (one.kind === 'scale') expect(one.score).toBeLessThanOrEqual(one.measures === 'ces' ? 7 : 5);
          if (one.kind === 'choice') expect(one.chosen).not.toContain('luck');
        }
        expect(scores.map(({ questionId }) => questionId)).toContain('whole');
      }),
    ));
  it('yields nothing where a command is repeated', () => proveRepeatedCommandsYieldNoEvents(decider, commands));
});
