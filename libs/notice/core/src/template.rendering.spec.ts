import { noticeTemplates, type TemplateName } from './notice.template';
import { placeholdersOf, renderNotice } from './template.rendering';
import { NOTICE_LANGUAGES } from './template.type';

const nameOf = (personId: string) => (personId === 'anna' ? '安娜' : personId);
const inShanghai = { language: 'zh', timeZone: 'Asia/Shanghai', nameOf } as const;
const inBerlin = { language: 'en', timeZone: 'Europe/Berlin', nameOf } as const;
const names = Object.keys(noticeTemplates) as TemplateName[];

describe('templates', () => {
  it.each(names)('%s says the same in both languages', (name) => {
    const { subject, body } = noticeTemplates[name];
    expect(placeholdersOf(subject.en)).toEqual(placeholdersOf(subject.zh));
    expect(placeholdersOf(body.en)).toEqual(placeholdersOf(body.zh));
    expect(placeholdersOf(body.zh).length).toBeGreaterThan(0);
  });
  it.each(names.filter((name) => name !== 'journey-message' && name !== 'survey-message'))(
    '%s is worded in both languages, without a stray brace',
    (name) => {
      const { subject, body } = noticeTemplates[name];
      for (const text of [subject, body]) {
        expect(text.zh).toMatch(/\p{Script=Han}/u);
        expect(text.en).not.toMatch(/\p{Script=Han}/u);
        for (const language of NOTICE_LANGUAGES)
          expect(text[language].replace(/\{[a-z]\w*(:instant|:word|:person|:survey-link)?\}/gi, '')).not.toMatch(
            /[{}]/,
          );
      }
    },
  );
});

it('a message of a journey has its words from the journey alone', () => {
  const parameters = { subject: { zh: '欢迎', en: 'Welcome' }, body: { zh: '您好，{name}', en: 'Hello, {name}' } };
  expect(renderNotice('journey-message', parameters, inBerlin)).toEqual({
    language: 'en',
    subject: 'Welcome',
    body: 'Hello, {name}',
  });
});

it('an invitation to a survey has its link for the customer alone', () => {
  const parameters = { invitation: 'i-1', endsAt: '2026-07-01T23:30:00Z' };
  const linkOf = (invitationId: string) => `https://x.example/s/${invitationId}`;
  expect(renderNotice('survey-invitation', parameters, { ...inBerlin, linkOf }).body).toContain(
    '\n\nhttps://x.example/s/i-1\n\nIt can be answered until 2026-07-02 01:30 GMT+2.',
  );
  expect(renderNotice('survey-invitation', parameters, inBerlin).body).toContain('\n\n–\n\n');
  const message = { subject: { zh: '哪里', en: 'What' }, body: { zh: '您好', en: 'Hello' } };
  const worded = renderNotice('survey-message', { ...message, ...parameters }, { ...inShanghai, linkOf });
  expect(worded).toMatchObject({ subject: '哪里', body: expect.stringMatching(/^您好\n\nhttps:/) });
});

describe('a notice in words', () => {
  const parameters = {
    caseId: 'c-1',
    clock: 'first-response',
    dueAt: '2026-07-01T23:30:00Z',
    percent: '80',
    owner: 'anna',
  };

  it('is in the language and the time zone of its reader', () => {
    expect(renderNotice('clock-reminded', parameters, inShanghai)).toEqual({
      language: 'zh',
      subject: '提醒：工单 c-1 的首次响应时限将于 2026-07-02 07:30 GMT+8 到期',
      body: '工单 c-1 的首次响应时限已用 80%，将于 2026-07-02 07:30 GMT+8 到期。\n负责人：安娜。',
    });
    expect(renderNotice('clock-reminded', parameters, inBerlin).subject).toBe(
      'Reminder: first response of case c-1 is due at 2026-07-02 01:30 GMT+2',
    );
  });
  it('has values in the language of its reader where there are', () => {
    const published = { kind: 'tier', title: { zh: '价值分级', en: 'Value tiers' }, version: '2' };
    expect(renderNotice('policy-published', published, inShanghai).subject).toBe(
      '客户分级有新版本：价值分级（第 2 版）',
    );
    expect(renderNotice('policy-published', published, inBerlin).subject).toBe(
      'New version 2 of the policy on customer tiers: Value tiers',
    );
  });
  it('leaves what stands in a value as it is', () => {
    const asked = { by: 'bo', caseId: 'c-1', question: 'What is {by} or {question}?' };
    expect(renderNotice('internal-help-requested', asked, inBerlin).body).toContain('\n\nWhat is {by} or {question}?');
  });
  it('has a subject of one line, whatever stands in a value', () =>
    expect(renderNotice('complaint-hand-over-offered', { from: 'a\r\nBcc: b', caseId: 'c' }, inBerlin).subject).toBe(
      'a Bcc: b asks you to take over case c',
    ));
  it('shows a dash for what is not there, also under the names of an object’s own members', () => {
    expect(renderNotice('clock-escalated', {}, inBerlin).subject).toBe('Escalation, step –: – of case – is overdue');
    expect(renderNotice('toString', { constructor: 'x' }, inBerlin)).toMatchObject({
      subject: 'toString',
      body: 'constructor: x',
    });
  });
});
