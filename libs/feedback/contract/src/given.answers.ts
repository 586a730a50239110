import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ValidateBy } from 'class-validator';

const MOST_ANSWERS = 50;
const MOST_CHOSEN = 50;
const MOST_ID_LENGTH = 200;
const MOST_TEXT_LENGTH = 5_000;

/** An answer as it comes in: exactly one of score, choice and text, whichever the question asks for. */
export interface GivenAnswer {
  readonly questionId: string;
  readonly score?: number;
  readonly chosen?: readonly string[];
  readonly text?: string;
}

/** Documents an answer; what checks it is `firstFlawOfAnswers`. */
class SurveyAnswerFields {
  @ApiProperty({ minLength: 1, maxLength: MOST_ID_LENGTH })
  readonly questionId!: string;

  @ApiPropertyOptional({ type: 'integer', description: 'On the scale of the question.' })
  readonly score?: number;

  @ApiPropertyOptional({ type: [String], maxItems: MOST_CHOSEN, description: 'Ids of options.' })
  readonly chosen?: readonly string[];

  @ApiPropertyOptional({ maxLength: MOST_TEXT_LENGTH })
  readonly text?: string;
}

/** The message names the first wrong place. */
export const AnswersProperty = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ description, type: [SurveyAnswerFields], minItems: 1, maxItems: MOST_ANSWERS }),
    ValidateBy({
      name: 'areAnswers',
      validator: {
        validate: (answers) => firstFlawOfAnswers(answers) === undefined,
        defaultMessage: (at) => `${at?.property}${firstFlawOfAnswers(at?.value) ?? ''}`,
      },
    }),
  );

/** What follows the name of the answers in a sentence, such as `[3].score must be a whole number`. */
function firstFlawOfAnswers(answers: unknown): string | undefined {
  if (!Array.isArray(answers) || answers.length === 0 || answers.length > MOST_ANSWERS) {
    return ` must be a list of 1 to ${MOST_ANSWERS} answers`;
  }
  const questions = new Set<unknown>();
  for (const [index, answer] of answers.entries()) {
    const flaw = flawOfAnswer(answer, questions);
    if (flaw !== undefined) return `[${index}]${flaw}`;
  }
  return undefined;
}

type Fields = Readonly<Record<string, unknown>>;

function flawOfAnswer(answer: unknown, questions: Set<unknown>): string | undefined {
  if (!isFields(answer)) return ' must be an object';
  const { questionId, ...given } = answer;
  if (!isText(questionId, MOST_ID_LENGTH) || questionId === '') {
    return `.questionId must be 1 to ${MOST_ID_LENGTH} characters`;
  }
  if (questions.has(questionId)) return `.questionId ${questionId} is answered twice`;
  questions.add(questionId);
  return flawOfGiven(given);
}

function flawOfGiven(given: Fields): string | undefined {
  const [kind = '', ...more] = Object.keys(given);
  const rule = more.length === 0 ? RULES.get(kind) : undefined;
  if (!rule) return ' must have a questionId and one of score, chosen and text';
  return rule.holds(given[kind]) ? undefined : `.${kind} must be ${rule.form}`;
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown, most: number): value is string =>
  typeof value === 'string' && value.length <= most && !value.includes('\0');

const isChoice = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length <= MOST_CHOSEN &&
  value.every((one) => isText(one, MOST_ID_LENGTH)) &&
  new Set(value).size === value.length;

interface Rule {
  readonly holds: (value: unknown) => boolean;
  readonly form: string;
}

const RULES: ReadonlyMap<string, Rule> = new Map([
  ['score', { holds: Number.isSafeInteger, form: 'a whole number' }],
  ['chosen', { holds: isChoice, form: `a list of at most ${MOST_CHOSEN} ids of options, each once` }],
  ['text', { holds: (value) => isText(value, MOST_TEXT_LENGTH), form: `at most ${MOST_TEXT_LENGTH} characters` }],
]);
