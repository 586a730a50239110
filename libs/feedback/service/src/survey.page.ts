import { createHash } from 'node:crypto';
import type { GivenAnswer } from '@tenure/feedback-contract';
import type { AnswerFlaw } from '@tenure/feedback-core';
import type { SurveyContent } from '@tenure/policy-contract';
import { markupText } from '@tenure/kernel';
import type { Language } from '@tenure/shared-contract';
import { questionFields } from './survey.fields';
import { SURVEY_STYLE } from './survey.style';
import { SURVEY_WORDS } from './survey.words';

/** How the page is read. */
export interface PageFrame {
  readonly language: Language;
}

/** What the customer has given so far, and what is wrong with it. */
export interface Attempt {
  readonly given: readonly GivenAnswer[];
  readonly flaws: readonly AnswerFlaw[];
}

export function askingPage(survey: SurveyContent, frame: PageFrame, { given, flaws }: Attempt): string {
  const { language } = frame;
  const answers = new Map(given.map((answer) => [answer.questionId, answer]));
  const found = new Map(flaws.map(({ questionId, code }) => [questionId, SURVEY_WORDS.flaws[code][language]]));
  const fields = survey.questions.map((question) =>
    questionFields(question, {
      language,
      answer: answers.get(question.questionId),
      flaw: found.get(question.questionId),
    }),
  );
  return page(
    survey.title[language],
    frame,
    `<p>${paragraphs(survey.introduction[language])}</p>
${flaws.length > 0 ? summary(found, language) : ''}
<form method="post" action="?language=${language}">
${fields.join('\n')}
<p><button type="submit">${SURVEY_WORDS.send[language]}</button></p>
</form>`,
  );
}

/** `again` where it has been answered before, and was not taken this time. */
export const thanksPage = (survey: SurveyContent, frame: PageFrame, again = false): string =>
  page(
    survey.title[frame.language],
    frame,
    `${again ? `<p role="alert">${SURVEY_WORDS.again[frame.language]}</p>` : ''}
<p role="status">${paragraphs(survey.thanks[frame.language])}</p>`,
  );

export const endedPage = (survey: SurveyContent, frame: PageFrame): string =>
  page(survey.title[frame.language], frame, `<p role="status">${SURVEY_WORDS.ended[frame.language]}</p>`);

/** The same for every link that leads nowhere. */
export const noSuchPage = (frame: PageFrame): string =>
  page(SURVEY_WORDS.nowhereTitle[frame.language], frame, `<p role="alert">${SURVEY_WORDS.nowhere[frame.language]}</p>`);

/** What a browser is let do with it: show it, with its own style, and send its form. */
export const SURVEY_SECURITY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(SURVEY_STYLE).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

function summary(found: ReadonlyMap<string | undefined, string>, language: Language): string {
  const items = [...found].map(([questionId, words]) =>
    questionId === undefined ? `<li>${words}</li>` : `<li><a href="#${markupText(questionId)}">${words}</a></li>`,
  );
  return `<div class="flaws" role="alert"><p>${SURVEY_WORDS.flawed[language]}</p><ul>${items.join('')}</ul></div>`;
}

const page = (title: string, { language }: PageFrame, content: string): string => `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${markupText(title)}</title>
<style>${SURVEY_STYLE}</style>
</head>
<body>
<nav aria-label="${SURVEY_WORDS.languages[language]}">${languageSwitch(language)}</nav>
<main>
<h1>${markupText(title)}</h1>
${content}
</main>
</body>
</html>
`;

const languageSwitch = (language: Language): string =>
  (['zh', 'en'] as const)
    .map((other) =>
      other === language
        ? `<span lang="${other}" aria-current="true">${NAMES[other]}</span>`
        : `<a lang="${other}" hreflang="${other}" href="?language=${other}">${NAMES[other]}</a>`,
    )
    .join(' · ');

const NAMES: Readonly<Record<Language, string>> = { zh: '中文', en: 'English' };

const paragraphs = (text: string): string => markupText(text).replaceAll('\n', '<br>');
