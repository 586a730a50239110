import type { TestApi } from './api.fixture';

/** At nine in Shanghai. */
export const at = (day: number) => `2024-05-${String(day).padStart(2, '0')}T09:00:00+08:00`;

const both = (text: string) => ({ zh: `${text}（中）`, en: text });
const ends = { from: both('low'), to: both('high') };
const scale = { kind: 'scale', required: true, from: 1, to: 5, labels: ends };
export const survey = {
  title: both('How <b>did</b> we do?'),
  introduction: both('Please & thank you'),
  thanks: both('Thanks a lot'),
  occasion: { kind: 'on-request' },
  asked: { fact: 'daysSinceRegistered', known: true },
  restDays: 0,
  openDays: 10,
  questions: [
    { ...scale, questionId: 'whole', title: both('All in all?'), measures: 'csat' },
    { ...scale, questionId: 'speed', title: both('Speed?'), required: false, dimension: 'responsiveness' },
    {
      kind: 'choice',
      questionId: 'what',
      title: both('What?'),
      required: false,
      options: ['price', 'people'].map((optionId) => ({ optionId, title: both(optionId) })),
      most: 2,
    },
    { kind: 'open', questionId: 'words', title: both('More?'), required: false, maxLength: 20 },
  ],
};

/** A survey that is in force from the first day of May on; the clock of the API stands on the third. */
export async function publishSurvey(api: TestApi): Promise<void> {
  api.time.now = at(3);
  const by = { version: 1, by: 'tenure', occurredAt: at(1) };
  await api.write('/policies/visit/drafts', { ...by, kind: 'survey', title: both('Visit'), content: survey });
  await api.write('/policies/visit/publish', { ...by, effectiveFrom: at(1) });
}

export const invite = (api: TestApi, invitationId: string, more: object = {}): Promise<string> =>
  api.write('/feedback/invitations', {
    invitationId,
    surveyId: 'visit',
    customerId: 'k-1',
    send: false,
    by: 'anna',
    labels: ['late'],
    occurredAt: at(2),
    ...more,
  });
