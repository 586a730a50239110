import {
  PRIORITIES,
  PRIORITY_NAMES,
  PROBLEM_STATUS_NAMES,
  type Priority,
  type ProblemAsOf,
  type ProblemScope,
} from '@tenure/improvement-contract';
import type { Language, Text } from '@tenure/shared-contract';
import { rounded, tableOf, type ColumnOf, type ReportSection } from './report.document';
import { dayText } from './report.month';
import type { ReportModel } from './report.model';
import { nameIn } from './report.words';

/** 问题, by priority. */
export const problemSection = (model: ReportModel, language: Language): ReportSection => ({
  title: { zh: '问题（按优先级）', en: 'Problems by priority' }[language],
  notes: [],
  charts: [],
  tables: [
    tableOf(language, { zh: '问题数（按优先级）', en: 'Number of problems' }, countColumns(language), countsOf(model)),
    tableOf(language, { zh: '问题', en: 'Problems' }, problemColumns(language, model.timeZone), model.problems),
    tableOf(
      language,
      { zh: '立项依据', en: 'Evidence' },
      evidenceColumns(language, model),
      model.problems.flatMap(evidenceOf),
    ),
  ],
});

interface PriorityCount {
  readonly priority: Priority | null;
  readonly open: number;
  readonly opened: number;
  readonly ended: number;
}

const countColumns = (language: Language): readonly ColumnOf<PriorityCount>[] => [
  { zh: '优先级', en: 'Priority', width: 12, cell: ({ priority }) => nameOf(priority)[language] },
  { zh: '未解决', en: 'Open', width: 10, cell: ({ open }) => open },
  { zh: '本月立项', en: 'Opened in the month', width: 20, cell: ({ opened }) => opened },
  { zh: '本月解决或撤销', en: 'Solved or dismissed in it', width: 24, cell: ({ ended }) => ended },
];

const NONE_YET: Text = { zh: '未定', en: 'None yet' };
const nameOf = (priority: Priority | null): Text => (priority === null ? NONE_YET : PRIORITY_NAMES[priority]);

/** Those that have none yet come last. */
const countsOf = ({ problems, from }: ReportModel): readonly PriorityCount[] =>
  [...PRIORITIES, null].map((priority) => {
    const those = problems.filter((problem) => problem.priority === priority);
    const open = those.filter(({ status }) => status === 'open').length;
    const opened = those.filter(({ openedAt }) => Date.parse(openedAt) >= Date.parse(from)).length;
    return { priority, open, opened, ended: those.length - open };
  });

const problemColumns = (language: Language, timeZone: string): readonly ColumnOf<ProblemAsOf>[] => [
  { zh: '优先级', en: 'Priority', width: 10, cell: ({ priority }) => nameOf(priority)[language] },
  { zh: '问题', en: 'Problem', width: 36, cell: ({ title }) => title[language] },
  { zh: '状态', en: 'Status', width: 10, cell: ({ status }) => PROBLEM_STATUS_NAMES[status][language] },
  { zh: '立项日期', en: 'Opened on', width: 12, cell: ({ openedAt }) => dayText(openedAt, timeZone) },
  { zh: '立项人', en: 'Opened by', width: 14, cell: ({ by }) => by },
  { zh: '影响客户数', en: 'Customers', width: 12, cell: ({ impact }) => impact?.customers ?? null },
  { zh: '加权客户数', en: 'Weighted', width: 12, cell: ({ impact }) => rounded(impact?.weightedCustomers ?? null) },
  { zh: '件数', en: 'Cases', width: 10, cell: ({ impact }) => impact?.cases ?? null },
  { zh: '人天', en: 'Person days', width: 12, cell: ({ personDays }) => personDays },
  {
    zh: '根本原因',
    en: 'Root causes',
    width: 40,
    cell: ({ whys }) => joined(whys.filter(({ root }) => root).map(({ answer }) => answer)),
  },
  {
    zh: '优先级理由',
    en: 'Why this priority',
    width: 40,
    cell: ({ priorityReason }) => priorityReason?.[language] ?? null,
  },
  { zh: '重新打开次数', en: 'Reopenings', width: 12, cell: ({ reopenings }) => reopenings },
];

interface EvidenceRow {
  readonly problemId: string;
  readonly evidence: ProblemAsOf['evidence'][number];
}

const evidenceOf = ({ problemId, evidence }: ProblemAsOf): readonly EvidenceRow[] =>
  evidence.map((one) => ({ problemId, evidence: one }));

const evidenceColumns = (language: Language, titles: Titles): readonly ColumnOf<EvidenceRow>[] => [
  { zh: '问题编号', en: 'Problem', width: 28, cell: ({ problemId }) => problemId },
  { zh: '对象', en: 'Of', width: 28, cell: ({ evidence }) => scopeText(evidence.scope, titles, language) },
  { zh: '窗口起', en: 'Window begins', width: 12, cell: ({ evidence }) => evidence.window.from },
  { zh: '窗口止（不含）', en: 'Window ends', width: 14, cell: ({ evidence }) => evidence.window.until },
  { zh: '件数', en: 'Cases', width: 10, cell: ({ evidence }) => evidence.window.cases },
  { zh: '预期', en: 'Expected', width: 10, cell: ({ evidence }) => rounded(evidence.expected) },
  { zh: '概率', en: 'Probability', width: 14, cell: ({ evidence }) => evidence.probability.toExponential(2) },
  { zh: '界限', en: 'Bound', width: 14, cell: ({ evidence }) => evidence.bound.toExponential(2) },
  { zh: '检验', en: 'Test', width: 24, cell: ({ evidence }) => evidence.test[language] },
];

type Titles = Pick<ReportModel, 'themeTitles' | 'stepTitles'>;

const scopeText = ({ themeId, product, stepId }: ProblemScope, titles: Titles, language: Language): string | null =>
  joined([
    ...(themeId === undefined ? [] : [nameIn(titles.themeTitles, themeId)[language]]),
    ...(product === undefined ? [] : [product]),
    ...(stepId === undefined ? [] : [nameIn(titles.stepTitles, stepId)[language]]),
  ]);

const joined = (texts: readonly string[]): string | null => (texts.length === 0 ? null : texts.join('\n'));
