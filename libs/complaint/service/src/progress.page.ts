import type { Language } from '@tenure/shared-contract';
import type { ProgressStepView, ProgressView } from './progress.view';

/** The progress for whoever opens the link in a browser. All of its words are ours: nothing in it was typed by anybody. */
export const progressPage = ({ language, steps, expectedAt }: ProgressView): string => `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>${WORDS.title[language]}</title>
<style>${STYLE}</style>
<h1>${WORDS.title[language]}</h1>
${expectedAt === null ? '' : `<p>${WORDS.expected[language]} ${moment(expectedAt)}</p>`}
<ol>
${steps.map((step) => item(step, language)).join('\n')}
</ol>
</html>
`;

const WORDS = {
  title: { zh: '处理进度', en: 'Progress of your case' },
  expected: { zh: '预计解决时间：', en: 'Expected to be resolved by' },
} as const;

const item = ({ title, state, stateText, role, doneAt, expectedAt }: ProgressStepView, language: Language): string => {
  const when = doneAt ?? expectedAt;
  const told = [stateText, role, ...(when === null ? [] : [moment(when)])].join(language === 'zh' ? '，' : ', ');
  return `<li class="${state}"><b>${title}</b> ${told}</li>`;
};

/** To the minute, in UTC: whoever looks may be anywhere. */
const moment = (at: string): string => `<time datetime="${at}">${at.slice(0, 10)} ${at.slice(11, 16)} UTC</time>`;

const STYLE =
  'body{font:1rem/1.6 system-ui,sans-serif;max-width:36rem;margin:2rem auto;padding:0 1rem}li{margin:.5rem 0}' +
  '.done b::before{content:"✓ "}.in-progress{font-weight:600}.to-come,.left-out{color:#595959}';
