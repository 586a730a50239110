import { MEASURE_SCALES, type ScaleQuestion, type SurveyContent, type SurveyQuestion } from '@tenure/policy-contract';
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

function checkScale({ measures, from, to }: ScaleQuestion, place: string): ContentFlaw | undefined {
  if (measures === undefined) return undefined;
  const [first, last] = MEASURE_SCALES[measures];
  if (from === first && to === last) return undefined;
  return flaw(
    'policy-measure-on-another-scale',
    `${place}: ${measures} is defined on a scale of ${first}–${last}, not of ${from}–${to}`,
  );
}
