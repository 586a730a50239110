import type { GivenAnswer } from '@tenure/feedback-contract';
import type { ChoiceQuestion, OpenQuestion, ScaleQuestion, SurveyQuestion } from '@tenure/policy-contract';
import { markupText } from '@tenure/kernel';
import type { Language } from '@tenure/shared-contract';
import { fieldOf } from './survey.form';
import { SURVEY_WORDS } from './survey.words';

interface FieldFrame {
  readonly language: Language;
  readonly answer: GivenAnswer | undefined;
  /** In words. */
  readonly flaw: string | undefined;
}

/** A question with what it is answered by, and with what is wrong with the answer. */
export function questionFields(question: SurveyQuestion, frame: FieldFrame): string {
  switch (question.kind) {
    case 'scale':
      return group(question, frame, scale(question, frame));
    case 'choice':
      return group(question, frame, choice(question, frame));
    case 'open':
      return open(question, frame);
  }
}

const group = (question: SurveyQuestion, frame: FieldFrame, content: string): string =>
  `<fieldset id="${markupText(question.questionId)}"${described(question, frame)}>
<legend>${titleOf(question, frame)}</legend>
${flawOf(question, frame)}${content}
</fieldset>`;

function scale(question: ScaleQuestion, { language, answer }: FieldFrame): string {
  const { from, to, labels } = question;
  const scores = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const end = (score: number): string =>
    score === from ? `, ${labels.from[language]}` : score === to ? `, ${labels.to[language]}` : '';
  const inputs = scores.map((score) => {
    const named = ` aria-label="${markupText(`${score}${end(score)}`)}"`;
    return `<label>${input('radio', question, `${score}`, answer?.score === score, named)}${score}</label>`;
  });
  return `<p class="ends" aria-hidden="true"><span>${from} ${markupText(labels.from[language])}</span><span>${to} ${markupText(labels.to[language])}</span></p>
<div class="scale">${inputs.join('')}</div>`;
}

function choice(question: ChoiceQuestion, { language, answer }: FieldFrame): string {
  const { options, most } = question;
  const kind = most === 1 ? 'radio' : 'checkbox';
  const inputs = options.map(({ optionId, title }) => {
    const isChosen = answer?.chosen?.includes(optionId) ?? false;
    return `<label>${input(kind, question, optionId, isChosen)}${markupText(title[language])}</label>`;
  });
  const hint = most > 1 && most < options.length ? `<p>${SURVEY_WORDS.most[language](most)}</p>` : '';
  return `${hint}<div class="choice">${inputs.join('')}</div>`;
}

function input(kind: string, question: SurveyQuestion, value: string, isChosen: boolean, more = ''): string {
  const isNeeded = kind === 'radio' && question.required;
  const states = `${isNeeded ? ' required' : ''}${isChosen ? ' checked' : ''}`;
  return `<input type="${kind}" name="${markupText(fieldOf(question))}" value="${markupText(value)}"${states}${more}>`;
}

function open(question: OpenQuestion, frame: FieldFrame): string {
  const { questionId, maxLength, required } = question;
  const id = markupText(questionId);
  const name = markupText(fieldOf(question));
  const needed = required ? ' required' : '';
  return `<div class="open"><label for="${id}">${titleOf(question, frame)}</label>
${flawOf(question, frame)}<textarea id="${id}" name="${name}" maxlength="${maxLength}"${needed}${described(question, frame)}>
${markupText(frame.answer?.text ?? '')}</textarea></div>`;
}

const titleOf = ({ title, required }: SurveyQuestion, { language }: FieldFrame): string =>
  `${markupText(title[language])}${required ? ` <small>(${SURVEY_WORDS.required[language]})</small>` : ''}`;

const described = ({ questionId }: SurveyQuestion, { flaw }: FieldFrame): string =>
  flaw === undefined ? '' : ` aria-invalid="true" aria-describedby="${markupText(questionId)}-flaw"`;

const flawOf = ({ questionId }: SurveyQuestion, { flaw }: FieldFrame): string =>
  flaw === undefined ? '' : `<p class="flaw" id="${markupText(questionId)}-flaw">${flaw}</p>\n`;
