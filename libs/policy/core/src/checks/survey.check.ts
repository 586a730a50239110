import {
  DIMENSION_SCALE,
  MEASURE_SCALES,
  type ScaleQuestion,
  type SurveyContent,
  type SurveyQuestion,
} from '@tenure/policy-contract';
import { checkCondition } from './condition.check';
import { firstIn, firstOf, flaw, twice, type ContentFlaw } from './content.flaw';

export const checkSurvey = ({ asked, questions }: SurveyContent): ContentFlaw | undefined =>
  firstOf(
    () => checkCondition(asked, 'content.asked'),
    () =>
      twice(
        'policy-question-twice',
        questions.map(({ questionId }) => questionId),
        (index) => `content.questions[${index}].questionId`,
      ),
    () => twiceMeasured(questions),
    () => firstIn(questions, (question, index) => checkQuestion(question, `content.questions[${index}]`)),
  );

function checkQuestion(question: SurveyQuestion, place: string): ContentFlaw | undefined {
  switch (question.kind) {
    case 'scale':
      return checkScale(question, place);
    case 'choice':
      return twice(
        'policy-option-twice',
        question.options.map(({ optionId }) => optionId),
        (index) => `${place}.options[${index}].optionId`,
      );
    case 'open':
      return undefined;
  }
}

function checkScale({ measures, dimension, from, to }: ScaleQuestion, place: string): ContentFlaw | undefined {
  const named = measures ?? dimension;
  const [first, last] = measures ? MEASURE_SCALES[measures] : DIMENSION_SCALE;
  if (named === undefined || (from === first && to === last)) return undefined;
  return flaw(
    'policy-measure-on-another-scale',
    `${place}: ${named} is defined on a scale of ${first}–${last}, not of ${from}–${to}`,
  );
}

/** An answer has one score for each of them. */
const twiceMeasured = (questions: readonly SurveyQuestion[]): ContentFlaw | undefined => {
  const measured = questions.flatMap((question, index) =>
    question.kind === 'scale'
      ? [question.measures, question.dimension].flatMap((name) => (name === undefined ? [] : [{ name, index }]))
      : [],
  );
  const names = measured.map(({ name }) => name);
  return twice('policy-measure-twice', names, (at) => `content.questions[${measured[at]?.index}]`);
};
