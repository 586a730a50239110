import { readHistory } from '@tenure/event-store';
import { startTestApi, type TestApi } from './testing/api.fixture';
import { at, invite, publishSurvey } from './testing/survey.fixture';

describe('the page of a survey', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
    await publishSurvey(api);
  });
  afterAll(() => api.close());

  const linkOf = (invitationId: string) => new URL(api.surveyLinks.linkOf(invitationId)).pathname;
  const look = (path: string, headers: Record<string, string> = {}) => fetch(`${api.url}${path}`, { headers });
  const submit = (path: string, fields: readonly (readonly [string, string])[]) =>
    fetch(`${api.url}${path}`, {
      method: 'POST',
      body: new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])),
      redirect: 'manual',
    });

  it('shows its questions in the language that the customer reads, and nothing that runs', async () => {
    await invite(api, 'i-page');
    const english = await look(linkOf('i-page'));
    expect(english.status).toBe(200);
    expect(Object.fromEntries(english.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-language': 'en',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'content-security-policy': expect.stringMatching(
        /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'/,
      ),
    });
    const page = await english.text();
    expect(page).toContain('How &lt;b&gt;did&lt;/b&gt; we do?');
    expect(page).toContain('Please &amp; thank you');
    expect(page).not.toMatch(/<script|javascript:|k-1/);
    const chinese = await look(linkOf('i-page'), { 'accept-language': 'zh-CN,zh;q=0.9' });
    expect(await chinese.text()).toContain('<html lang="zh-CN">');
    expect(await (await look(`${linkOf('i-page')}?language=zh`)).text()).toContain('提交');
  });

  it('is answered once, however often the form is sent', async () => {
    await invite(api, 'i-form');
    const fields = [
      ['q.whole', '5'],
      ['q.what', 'price'],
      ['q.what', 'people'],
      ['q.words', 'first\r\n"line" <two>'],
      ['q.speed', ''],
      ['other', 'x'],
    ] as const;
    const answers = await Promise.all([1, 2, 3].map(() => submit(linkOf('i-form'), fields)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses).toContain(303);
    expect(statuses.filter((status) => status !== 303 && status !== 409)).toEqual([]);
    expect(answers.find(({ status }) => status === 303)?.headers.get('location')).toBe('?language=en');
    const again = await submit(linkOf('i-form'), [['q.whole', '1']]);
    expect([again.status, await again.text()]).toEqual([409, expect.stringContaining('You have answered before')]);
    const events = await readHistory(api.client, ['survey-i-form']);
    expect(events.map(({ type }) => type)).toEqual(['SurveyInvited', 'SurveyAnswered']);
    expect(events[1]?.data).toMatchObject({
      language: 'en',
      answers: [
        { questionId: 'whole', score: 5, measures: 'csat' },
        { questionId: 'what', chosen: ['price', 'people'] },
        { questionId: 'words', text: 'first\n"line" <two>' },
      ],
    });
    const thanks = await look(linkOf('i-form'));
    expect([thanks.status, await thanks.text()]).toEqual([200, expect.stringContaining('Thanks a lot')]);
  });

  it('shows again what was given where something is wrong with it', async () => {
    await invite(api, 'i-wrong');
    const answered = await submit(linkOf('i-wrong'), [
      ['q.whole', '9'],
      ['q.what', 'luck'],
      ['q.words', '<i>much too long for it</i>'],
    ]);
    const page = await answered.text();
    expect(answered.status).toBe(422);
    expect(page).toContain('&lt;i&gt;much too long for it&lt;/i&gt;</textarea>');
    expect(page.match(/aria-invalid="true"/g)).toHaveLength(3);
    const empty = await submit(linkOf('i-wrong'), []);
    expect([empty.status, await empty.text()]).toEqual([422, expect.stringContaining('Please answer this question.')]);
    expect(await readHistory(api.client, ['survey-i-wrong'])).toHaveLength(1);
  });

  it('says that it has ended', async () => {
    await invite(api, 'i-late');
    api.time.now = at(12);
    const late = [await look(linkOf('i-late')), await submit(linkOf('i-late'), [['q.whole', '5']])];
    expect(late.map(({ status }) => status)).toEqual([410, 410]);
    for (const page of late) expect(await page.text()).toContain('This survey has ended');
    api.time.now = at(3);
  });

  it('is under no other link, all of which look alike', async () => {
    await invite(api, 'i-known');
    const right = linkOf('i-known');
    const guesses = [
      '/s/x',
      `/s/i-known-${'0'.repeat(32)}`,
      `${right.slice(0, -1)}g`,
      linkOf('i-unknown'),
      `/s/${'a'.repeat(250)}`,
    ];
    const pages = await Promise.all(
      guesses.map(async (path) => [(await look(path)).status, await (await look(path)).text()]),
    );
    for (const page of pages) expect(page).toEqual(pages[0]);
    expect(pages[0]?.[0]).toBe(404);
    expect((await submit(guesses[1] ?? '', [['q.whole', '5']])).status).toBe(404);
    const longest = `i-${'x'.repeat(126)}`;
    await invite(api, longest);
    expect((await look(linkOf(longest))).status).toBe(200);
  });

  it('alone takes forms', async () => {
    const sent = await submit('/feedback/voices', [['voiceId', 'v-9']]);
    expect(sent.status).toBe(415);
    expect(await sent.json()).toMatchObject({ type: 'urn:tenure:problem:unsupported-media-type' });
  });
});
