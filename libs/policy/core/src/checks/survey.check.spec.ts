import type { ScaleQuestion, SurveyContent, SurveyQuestion } from '@tenure/policy-contract';
import { checkSurvey } from './survey.check';

const both = { zh: '一', en: 'one' };
const scale: ScaleQuestion = {
  kind: 'scale',
  questionId: 'whole',
  title: both,
  required: true,
  from: 1,
  to: 5,
  labels: { from: both, to: both },
};
const options = ['a', 'b'].map((optionId) => ({ optionId, title: both }));
const choice: SurveyQuestion = { kind: 'choice', questionId: 'what', title: both, required: false, options, most: 1 };
const survey = (...questions: SurveyQuestion[]): SurveyContent => ({
  title: both,
  introduction: both,
  thanks: both,
  occasion: { kind: 'on-request' },
  asked: { fact: 'daysSinceRegistered', known: true },
  restDays: 0,
  openDays: 14,
  questions,
});
const flawOf = (...questions: SurveyQuestion[]) => checkSurvey(survey(...questions));

describe('what a survey asks', () => {
  it('may be anything, each once, on the scale of what it measures', () => {
    const nps: SurveyQuestion = { ...scale, questionId: 'likely', from: 0, to: 10, measures: 'nps' };
    const speed: SurveyQuestion = { ...scale, questionId: 'speed', dimension: 'responsiveness' };
    const plain: SurveyQuestion = { ...scale, questionId: 'plain', to: 9 };
    expect(flawOf({ ...scale, measures: 'csat' }, nps, speed, plain, choice)).toBeUndefined();
  });
  it('is asked once', () => expect(flawOf(scale, scale)?.code).toBe('policy-question-twice'));
  it('can be chosen once', () =>
    expect(flawOf({ ...choice, options: [...options, ...options] })?.code).toBe('policy-option-twice'));
  it('is measured on the scale that it is defined on', () => {
    expect(flawOf({ ...scale, measures: 'nps' })).toEqual({
      code: 'policy-measure-on-another-scale',
      detail: 'content.questions[0]: nps is defined on a scale of 0–10, not of 1–5',
    });
    expect(flawOf({ ...scale, to: 7, dimension: 'attitude' })?.code).toBe('policy-measure-on-another-scale');
  });
  it('is measured once', () =>
    expect(flawOf({ ...scale, measures: 'csat' }, { ...scale, questionId: 'again', measures: 'csat' })).toEqual({
      code: 'policy-measure-twice',
      detail: 'content.questions[1]: csat stands in content.questions[0] already',
    }));
});
