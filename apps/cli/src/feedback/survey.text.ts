import { shown } from '../queries/answer.text';
import { textTable } from '../text.table';
import type { CustomerVoice, FeedbackScores, MonthScores, Score, Survey, SurveyResponse } from './survey.answers';

export const surveyLines = (surveys: readonly Survey[]): readonly string[] =>
  textTable(
    [
      { title: 'SURVEY', value: ({ surveyId }: Survey) => shown(surveyId) },
      { title: 'TITLE', value: ({ title }: Survey) => shown(title.en) },
      { title: 'VERSION', value: ({ version }: Survey) => shown(version), alignRight: true },
      { title: 'ASKS', value: ({ occasion }: Survey) => occasion },
      { title: 'QUESTIONS', value: ({ questions }: Survey) => `${questions}`, alignRight: true },
      { title: 'INVITED', value: ({ invited }: Survey) => `${invited}`, alignRight: true },
      { title: 'ANSWERED', value: ({ answered }: Survey) => `${answered}`, alignRight: true },
    ],
    surveys,
  );

export const answerLines = (answers: readonly SurveyResponse[]): readonly string[] =>
  textTable(
    [
      { title: 'INVITATION', value: ({ invitationId }: SurveyResponse) => shown(invitationId) },
      { title: 'SURVEY', value: ({ surveyId }: SurveyResponse) => shown(surveyId) },
      { title: 'CUSTOMER', value: ({ customerId }: SurveyResponse) => shown(customerId) },
      { title: 'ANSWERED', value: ({ answeredAt }: SurveyResponse) => shown(answeredAt) },
      { title: 'CSAT', value: ({ csat }: SurveyResponse) => shown(csat), alignRight: true },
      { title: 'NPS', value: ({ nps }: SurveyResponse) => shown(nps), alignRight: true },
      { title: 'CES', value: ({ ces }: SurveyResponse) => shown(ces), alignRight: true },
      { title: 'WORDS', value: ({ text }: SurveyResponse) => beginningOf(text) },
    ],
    answers,
  );

export const voiceLines = (voices: readonly CustomerVoice[]): readonly string[] =>
  textTable(
    [
      { title: 'VOICE', value: ({ voiceId }: CustomerVoice) => shown(voiceId) },
      { title: 'FROM', value: ({ kind }: CustomerVoice) => kind },
      { title: 'CUSTOMER', value: ({ customerId }: CustomerVoice) => shown(customerId) },
      { title: 'HEARD', value: ({ heardAt }: CustomerVoice) => heardAt },
      { title: 'RATING', value: ({ rating }: CustomerVoice) => shown(rating), alignRight: true },
      { title: 'WORDS', value: ({ text }: CustomerVoice) => beginningOf(text) },
    ],
    voices,
  );

/** Each figure with how many it is of and, in brackets, between which bounds the true one lies at 95 %. */
export const scoreLines = ({ months }: FeedbackScores): readonly string[] =>
  textTable(
    [
      { title: 'MONTH', value: ({ month }: MonthScores) => month },
      { title: 'INVITED', value: ({ responseRate }: MonthScores) => `${responseRate.n}`, alignRight: true },
      { title: 'RESPONSE %', value: ({ responseRate }: MonthScores) => scoreText(responseRate) },
      { title: 'CSAT %', value: ({ csat }: MonthScores) => countedText(csat) },
      { title: 'NPS', value: ({ nps }: MonthScores) => countedText(nps) },
      { title: 'CES %', value: ({ ces }: MonthScores) => countedText(ces) },
      ...['responsiveness', 'resolution', 'attitude'].map((name) => ({
        title: name.toUpperCase(),
        value: ({ dimensions }: MonthScores) => countedText(dimensions.find(({ dimension }) => dimension === name)),
      })),
    ],
    months,
  );

function scoreText({ value, low, high }: Score): string {
  if (value === null) return shown(null);
  return low === null || high === null ? short(value) : `${short(value)} (${short(low)}–${short(high)})`;
}

const countedText = (score: Score | undefined): string =>
  score === undefined || score.value === null ? shown(null) : `${scoreText(score)} of ${score.n}`;

const short = (value: number): string => `${Math.round(value * 10) / 10}`;

const MOST_LETTERS = 60;

function beginningOf(text: string | null): string {
  const letters = [...shown(text).replace(/\s+/g, ' ')];
  return letters.length > MOST_LETTERS ? `${letters.slice(0, MOST_LETTERS - 1).join('')}…` : letters.join('');
}
