import type { GivenAnswer, SurveyAnswer, SurveyRejection } from '@tenure/feedback-contract';
import type {
  ChoiceQuestion,
  OpenQuestion,
  ScaleQuestion,
  SurveyContent,
  SurveyQuestion,
} from '@tenure/policy-contract';

/** Why an answer is none to its question; the detail names the question. */
export interface AnswerFlaw {
  readonly questionId?: string;
  readonly code: SurveyRejection;
  readonly detail: string;
}

type Checked<Value> = Value | AnswerFlaw;

/** The answers in the order of the questions, with what these measure; or the first flaw. */
export function answersTo(
  survey: SurveyContent,
  given: readonly GivenAnswer[],
): Checked<{ readonly answers: readonly SurveyAnswer[] }> {
  const [flaw] = flawsOf(survey, given);
  if (flaw) return flaw;
  const byQuestion = new Map(given.filter((one) => !isBlank(one)).map((one) => [one.questionId, one]));
  const answers = survey.questions.flatMap((question) => {
    const answer = byQuestion.get(question.questionId);
    return answer ? answerTo(question, answer) : [];
  });
  return { answers };
}

/** Everything that is wrong with answers, in the order of the questions. */
export function flawsOf({ questions }: SurveyContent, given: readonly GivenAnswer[]): readonly AnswerFlaw[] {
  const asked = new Set(questions.map(({ questionId }) => questionId));
  const unknown = given.filter(({ questionId }) => !asked.has(questionId));
  const answers = new Map(given.filter((one) => !isBlank(one)).map((one) => [one.questionId, one]));
  const flaws = [
    ...unknown.map(({ questionId }): AnswerFlaw => {
      const detail = `there is no question ${questionId} in it; it asks ${[...asked].join(', ')}`;
      return { questionId, code: 'survey-question-unknown', detail };
    }),
    ...questions.flatMap((question) => flawOf(question, answers.get(question.questionId)) ?? []),
  ];
  if (flaws.length > 0 || answers.size > 0) return flaws;
  return [{ code: 'survey-nothing-answered', detail: 'not one of the questions is answered' }];
}

/** A form sends a field that was left empty; it is no answer. */
const isBlank = ({ text, chosen }: GivenAnswer): boolean => text?.trim() === '' || chosen?.length === 0;

function flawOf(question: SurveyQuestion, answer: GivenAnswer | undefined): AnswerFlaw | undefined {
  const { questionId, required, kind } = question;
  if (!answer) {
    if (!required) return undefined;
    return { questionId, code: 'survey-required-missing', detail: `question ${questionId} has to be answered` };
  }
  const found = flawOfKind(question, answer);
  if (found !== 'another-kind') return found && { questionId, ...found };
  const detail = `question ${questionId} is answered by ${ANSWERED_BY[kind]}`;
  return { questionId, code: 'survey-answer-of-another-kind', detail };
}

const ANSWERED_BY: Readonly<Record<SurveyQuestion['kind'], string>> = {
  scale: 'a score',
  choice: 'a list of what is chosen',
  open: 'a text',
};

type Flaw = Omit<AnswerFlaw, 'questionId'> | undefined;

function flawOfKind(question: SurveyQuestion, { score, chosen, text }: GivenAnswer): Flaw | 'another-kind' {
  switch (question.kind) {
    case 'scale':
      return score === undefined ? 'another-kind' : flawOfScore(question, score);
    case 'choice':
      return chosen === undefined ? 'another-kind' : flawOfChoice(question, chosen);
    case 'open':
      return text === undefined ? 'another-kind' : flawOfText(question, text);
  }
}

function flawOfScore({ questionId, from, to }: ScaleQuestion, score: number): Flaw {
  if (score >= from && score <= to) return undefined;
  const detail = `question ${questionId} has a scale of ${from} to ${to}, which ${score} is not on`;
  return { code: 'survey-score-off-scale', detail };
}

function flawOfChoice({ questionId, options, most }: ChoiceQuestion, chosen: readonly string[]): Flaw {
  const known = options.map(({ optionId }) => optionId);
  const unknown = chosen.find((one) => !known.includes(one));
  if (unknown !== undefined) {
    const detail = `question ${questionId} has no option ${unknown}; it has ${known.join(', ')}`;
    return { code: 'survey-option-unknown', detail };
  }
  if (chosen.length <= most) return undefined;
  const detail = `of question ${questionId} at most ${most} can be chosen, not ${chosen.length}`;
  return { code: 'survey-too-many-chosen', detail };
}

function flawOfText({ questionId, maxLength }: OpenQuestion, text: string): Flaw {
  if (text.length <= maxLength) return undefined;
  const detail = `question ${questionId} takes ${maxLength} characters, not ${text.length}`;
  return { code: 'survey-text-too-long', detail };
}

function answerTo(question: SurveyQuestion, { score, chosen, text }: GivenAnswer): readonly SurveyAnswer[] {
  const { kind, questionId } = question;
  switch (kind) {
    case 'scale': {
      const { measures, dimension } = question;
      return score === undefined ? [] : [{ kind, questionId, score, ...ofScale(measures, dimension) }];
    }
    case 'choice':
      return chosen ? [{ kind, questionId, chosen }] : [];
    case 'open':
      return text === undefined ? [] : [{ kind, questionId, text: text.trim() }];
  }
}

const ofScale = (measures: ScaleQuestion['measures'], dimension: ScaleQuestion['dimension']) => ({
  ...(measures && { measures }),
  ...(dimension && { dimension }),
});
