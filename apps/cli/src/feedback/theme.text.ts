import { shown } from '../queries/answer.text';
import { textTable } from '../text.table';
import type { Detection, ThemedText, ThemedTextDetails, ThemeMonth, ThemeReason, WatchedGroup } from './theme.answers';

type MonthRow = Pick<ThemeMonth, 'month' | 'source'> & ThemeMonth['themes'][number];

export const monthLines = (months: readonly ThemeMonth[]): readonly string[] =>
  textTable(
    MONTHS,
    months.flatMap(({ month, source, themes }) => themes.map((theme) => ({ month, source, ...theme }))),
  );

const MONTHS = [
  { title: 'MONTH', value: ({ month }: MonthRow) => month },
  { title: 'SOURCE', value: ({ source }: MonthRow) => source },
  { title: 'THEME', value: ({ themeId }: MonthRow) => shown(themeId) },
  { title: 'TITLE', value: ({ title }: MonthRow) => shown(`${title.zh} ${title.en}`) },
  { title: 'TEXTS', value: ({ texts }: MonthRow) => `${texts}`, alignRight: true },
  { title: 'SHARE', value: ({ sharePercent }: MonthRow) => `${sharePercent.toFixed(1)} %`, alignRight: true },
];

export const textLines = (texts: readonly ThemedText[]): readonly string[] => textTable(TEXTS, texts);

const TEXTS = [
  { title: 'AT', value: ({ at }: ThemedText) => at },
  { title: 'SOURCE', value: ({ source }: ThemedText) => source },
  { title: 'ID', value: ({ sourceId }: ThemedText) => shown(sourceId) },
  { title: 'CUSTOMER', value: ({ customerId }: ThemedText) => shown(customerId) },
  { title: 'PRODUCT', value: ({ product }: ThemedText) => shown(product) },
  { title: 'THEMES', value: ({ themes }: ThemedText) => shown(themes.join(', ')) },
  { title: 'CORRECTED', value: ({ corrected }: ThemedText) => (corrected ? 'yes' : '–') },
];

export const whyLines = (text: ThemedTextDetails): readonly string[] => [
  `${text.source} ${shown(text.sourceId)}, ${text.at}`,
  `themes: ${shown(text.themes.join(', '))}`,
  `steps: ${shown(text.steps.join(', '))}`,
  `by version ${text.ruledBy} of the rules:`,
  ...(text.found.length === 0 ? ['  nothing was found'] : []),
  ...text.found.flatMap(({ themeId, title, because }) => [
    `  ${shown(themeId)} (${shown(`${title.zh} ${title.en}`)})`,
    ...because.map((reason) => `    ${reasonText(reason)}`),
  ]),
  ...text.corrections.map(
    ({ themes, by, why, at }) => `corrected by ${shown(by)} at ${at}: ${shown(themes.join(', '))}${whyText(why)}`,
  ),
];

const reasonText = ({ words = [], label }: ThemeReason): string =>
  label === undefined
    ? words.map(({ word, place }) => `“${shown(word)}” in the ${shown(place)}`).join(' and ')
    : `label “${shown(label)}”`;

const whyText = (why: string | undefined): string => (why === undefined ? '' : ` (${shown(why)})`);

export const detectionLines = ({ day, version, bound, watched, groups }: Detection): readonly string[] => [
  `${day}, rule of version ${version}: risen is what chance brings in less than 1 of ${Math.round(1 / bound)} looks; ${watched} groups share the false alarms`,
  ...textTable(GROUPS, groups),
];

const GROUPS = [
  { title: 'KIND', value: ({ kind }: WatchedGroup) => kind },
  { title: 'ID', value: ({ id }: WatchedGroup) => shown(id) },
  { title: 'SINCE', value: ({ window }: WatchedGroup) => window.from },
  { title: 'CASES', value: ({ window }: WatchedGroup) => `${window.cases}`, alignRight: true },
  { title: 'EXPECTED', value: ({ expected }: WatchedGroup) => expected.toFixed(1), alignRight: true },
  { title: 'PROBABILITY', value: ({ probability }: WatchedGroup) => probability.toPrecision(2), alignRight: true },
  { title: 'RISEN', value: ({ hasRisen }: WatchedGroup) => (hasRisen ? 'yes' : '–') },
  { title: 'PROBLEM', value: ({ problemId }: WatchedGroup) => shown(problemId) },
];
