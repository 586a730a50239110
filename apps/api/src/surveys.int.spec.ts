import { startTestApi, type TestApi } from './testing/api.fixture';
import { at, invite, publishSurvey, survey } from './testing/survey.fixture';

describe('surveys over HTTP', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
    await publishSurvey(api);
  });
  afterAll(() => api.close());

  const answer = (invitationId: string, answers: object, more: object = {}) =>
    api.request('POST', `/feedback/invitations/${invitationId}/answers`, {
      body: { answers, occurredAt: at(3), ...more },
    });

  it('record an invitation and its answer, which can be read', async () => {
    await invite(api, 'i-read', { about: { kind: 'case', id: 'c-1' }, product: 'CRM' });
    const given = [
      { questionId: 'whole', score: 4 },
      { questionId: 'speed', score: 2 },
      { questionId: 'words', text: '很好' },
    ];
    const { status, body } = await answer('i-read', given, { language: 'zh' });
    expect(status).toBe(201);
    const waitFor = String(body['position']);
    const { body: read } = await api.read('/feedback/invitations/i-read', { waitFor });
    expect(read).toMatchObject({
      aboutId: 'c-1',
      csat: 4,
      nps: null,
      labels: ['late'],
      sent: false,
      text: '很好',
      answeredAt: '2024-05-03T01:00:00.000Z',
    });
    const listed = await api.read('/feedback/answers', { surveyId: 'visit', label: 'late', from: at(3) });
    expect(listed.body).toMatchObject({ items: [{ invitationId: 'i-read' }] });
    expect((await api.read('/feedback/answers', { label: 'other' })).body).toEqual({ items: [] });
    const surveys = await api.read('/feedback/surveys');
    expect(Object.values(surveys.body)).toMatchObject([{ surveyId: 'visit', questions: 4, invited: 1, answered: 1 }]);
  });

  it('are told month by month, with what there is to know of each', async () => {
    const { body } = await api.read('/feedback/scores', { surveyId: 'visit', from: '2024-04', until: '2024-05' });
    const nothing = { n: 0, value: null, low: null, high: null };
    expect(body).toMatchObject({
      surveyId: 'visit',
      timeZone: 'UTC',
      months: [
        { month: '2024-04', csat: nothing, responseRate: nothing, dimensions: [] },
        { from: '2024-05-01T00:00:00.000Z', csat: { n: 1, value: 100, high: 100 }, nps: nothing, ces: nothing },
      ],
    });
    const backwards = await api.read('/feedback/scores', { from: '2024-05', until: '2024-04' });
    expect(backwards).toMatchObject({ status: 400, body: { errors: [{ path: 'from' }] } });
    expect((await api.read('/feedback/scores', { from: '2024-13' })).status).toBe(400);
  });

  it('say before a version is published whom it would ask otherwise', async () => {
    const registered = { customerId: 'k-compared', name: 'Firm', fieldSource: 'web-form' };
    await api.write('/customers', registered);
    const contact = { name: 'Ann', role: 'purchasing-lead', fieldSource: 'web-form', email: 'ann@example.com' };
    const waitFor = await api.write('/customers/k-compared/contacts/lead', contact, 'PUT');
    await api.read('/customers/k-compared/behaviour', { waitFor });
    const next = { version: 2, by: 'anna' };
    const content = { ...survey, asked: { fact: 'orders', atLeast: 1 } };
    await api.write('/policies/visit/drafts', { ...next, kind: 'survey', title: { zh: '二', en: 'Two' }, content });
    const { body } = await api.request('POST', '/policies/visit/compare', { body: next });
    expect(body).toMatchObject({
      comparison: {
        of: 'customers',
        changes: [{ from: 'asked', to: 'not-among-the-asked', count: 1 }],
        examples: [{ customerId: 'k-compared' }],
      },
    });
  });

  it('refuse what is no answer, with the reason', async () => {
    await invite(api, 'i-bad');
    const refusal = async (answers: object, more: object = {}) => {
      const { status, body } = await answer('i-bad', answers, more);
      return [status, String(body['type']).replace('urn:tenure:problem:', ''), body['detail']];
    };
    const whole = (score: unknown) => [{ questionId: 'whole', score }];
    const detail = 'question whole has a scale of 1 to 5, which 9 is not on';
    expect(await refusal(whole(9))).toEqual([422, 'survey-score-off-scale', detail]);
    expect(await refusal(whole(4.5))).toMatchObject([
      422,
      'invalid-command',
      'AnswerSurvey is not valid: answers[0].score must be a whole number',
    ]);
    expect(await refusal(whole('4'))).toEqual([422, 'invalid-command', expect.any(String)]);
    expect(await refusal([...whole(4), ...whole(5)])).toMatchObject([
      422,
      'invalid-command',
      'AnswerSurvey is not valid: answers[1].questionId whole is answered twice',
    ]);
    expect(await refusal([{ questionId: 'nope', score: 1 }])).toEqual([
      422,
      'survey-question-unknown',
      expect.any(String),
    ]);
    expect(await refusal([{ questionId: 'whole', score: 1, text: 'x' }])).toEqual([
      422,
      'invalid-command',
      expect.any(String),
    ]);
    expect(await refusal([])).toEqual([422, 'invalid-command', expect.any(String)]);
    expect(await refusal({})).toEqual([422, 'invalid-command', expect.any(String)]);
    expect(await refusal(whole(4), { occurredAt: at(1) })).toEqual([
      422,
      'survey-answered-before-invited',
      expect.any(String),
    ]);
    api.time.now = at(20);
    expect(await refusal(whole(4), { occurredAt: at(12) })).toMatchObject([
      409,
      'survey-ended',
      'it could be answered until 2024-05-12T01:00:00.000Z',
    ]);
    api.time.now = at(3);
    expect(await refusal(whole(4))).toEqual([201, 'undefined', undefined]);
    expect(await refusal(whole(5))).toEqual([409, 'survey-already-answered', expect.any(String)]);
    const nobody = await answer('i-nobody', whole(4));
    expect(nobody).toMatchObject({ status: 404, body: { type: 'urn:tenure:problem:survey-invitation-not-found' } });
  });

  it('take voices from where nobody asked', async () => {
    const voice = { voiceId: 'v-1', kind: 'forum', text: '发货太慢', by: 'bo', rating: 2, occurredAt: at(2) };
    const waitFor = await api.write('/feedback/voices', { ...voice, address: 'https://forum.example/t/1' });
    const listed = await api.read('/feedback/voices', { kind: 'forum', waitFor });
    expect(listed.body).toMatchObject({
      items: [{ voiceId: 'v-1', customerId: null, rating: 2, heardAt: '2024-05-02T01:00:00.000Z' }],
    });
    const wrong = await api.request('POST', '/feedback/voices', {
      body: { ...voice, voiceId: 'v-2', rating: 6, address: 'javascript:alert(1)' },
    });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toMatchObject({ errors: [{ path: 'rating' }, { path: 'address' }] });
  });
});
