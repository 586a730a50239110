import type { GivenAnswer } from '@tenure/feedback-contract';
import type { FormBody } from '@tenure/http';
import type { SurveyContent, SurveyQuestion } from '@tenure/policy-contract';

/** The name of a question's field in the form. */
export const fieldOf = ({ questionId }: Pick<SurveyQuestion, 'questionId'>): string => `q.${questionId}`;

/** What a form says; a field that was left empty is no answer, and one that no question asked for is passed over. */
export const answersIn = (form: FormBody, { questions }: SurveyContent): readonly GivenAnswer[] =>
  questions.flatMap((question) => {
    const values = form
      .valuesOf(fieldOf(question))
      .map(plain)
      .filter((value) => value.trim() !== '');
    return values.length === 0 ? [] : [answerIn(question, values)];
  });

/** Line ends come as two characters, of which only one was counted while it was written. */
const plain = (value: string): string => value.replaceAll('\r\n', '\n').replaceAll('\0', '');

function answerIn({ kind, questionId }: SurveyQuestion, values: readonly string[]): GivenAnswer {
  const [first = ''] = values;
  switch (kind) {
    case 'scale':
      return { questionId, score: /^\d{1,3}$/.test(first) ? Number(first) : Number.NaN };
    case 'choice':
      return { questionId, chosen: [...new Set(values)] };
    case 'open':
      return { questionId, text: first };
  }
}
