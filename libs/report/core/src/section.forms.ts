import { VERDICT_NAMES, type MeasureAsOf } from '@tenure/improvement-contract';
import { SERVICE_TYPE_NAMES } from '@tenure/service-record-contract';
import type { PrintedTables } from '@tenure/service-standard-contract';
import type { Language } from '@tenure/shared-contract';
import type { FeedbackRow } from './feedback.rows';
import { tableOf, type ColumnOf, type ReportSection, type ReportTable } from './report.document';
import { dayText } from './report.month';
import type { ReportModel } from './report.model';

/** The forms in which service teams keep their tables. */
export function formSection({ forms, measures, timeZone }: ReportModel, language: Language): ReportSection {
  const { serviceRecords, feedback, serviceLevels, classification } = forms;
  return {
    title: { zh: '表单', en: 'Forms' }[language],
    notes: notesOf(forms, language),
    charts: [],
    tables: [
      tableOf(
        language,
        { zh: '服务记录', en: 'Service records' },
        recordColumns(language, timeZone),
        serviceRecords.rows,
      ),
      tableOf(language, { zh: '反馈跟踪', en: 'Feedback tracking' }, feedbackColumns(language, timeZone), feedback),
      tableOf(language, { zh: '改进措施', en: 'Measures' }, MEASURES, measures),
      ...printed(serviceLevels, language),
      ...printed(classification, language),
    ],
  };
}

function notesOf(
  { serviceRecords: { total, rows }, feedback, mostCases }: ReportModel['forms'],
  language: Language,
): readonly string[] {
  const isCut = total > rows.length;
  const records = {
    zh: `服务记录共 ${total} 条，此处为前 ${rows.length} 条。`,
    en: `There are ${total} service records; the first ${rows.length} are shown.`,
  };
  const cases = {
    zh: `反馈跟踪中每个问题至多列出 ${mostCases} 件投诉。`,
    en: `Feedback tracking has at most ${mostCases} complaints of each problem.`,
  };
  return [...(isCut ? [records[language]] : []), ...(feedback.length > 0 ? [cases[language]] : [])];
}

type RecordRow = ReportModel['forms']['serviceRecords']['rows'][number];

/** 客户名称 | 联系人 | 服务日期 | 服务类型 | 问题描述 | 处理结果 | 服务人员 | 客户满意度评分(1-5) | 备注. */
const recordColumns = (language: Language, timeZone: string): readonly ColumnOf<RecordRow>[] => [
  { zh: '客户名称', en: 'Customer', width: 24, cell: ({ customerName, customerId }) => customerName ?? customerId },
  { zh: '联系人', en: 'Contact', width: 14, cell: ({ contact }) => contact },
  { zh: '服务日期', en: 'Date of service', width: 14, cell: ({ servedAt }) => dayText(servedAt, timeZone) },
  {
    zh: '服务类型(咨询/投诉/回访)',
    en: 'Type of service (inquiry/complaint/return visit)',
    cell: ({ serviceType }) => SERVICE_TYPE_NAMES[serviceType][language],
  },
  { zh: '问题描述', en: 'Problem', width: 40, cell: ({ problem }) => problem },
  { zh: '处理结果', en: 'Result', width: 40, cell: ({ result }) => result },
  { zh: '服务人员', en: 'Served by', width: 14, cell: ({ servedBy }) => servedBy },
  { zh: '客户满意度评分(1-5)', en: 'Satisfaction (1-5)', width: 20, cell: ({ satisfaction }) => satisfaction },
  { zh: '备注', en: 'Remark', width: 30, cell: ({ remark }) => remark },
];

/** 反馈日期 | 客户名称 | 反馈问题 | 涉及服务环节 | 改进措施 | 责任人 | 完成时限 | 改进效果验证. */
const feedbackColumns = (language: Language, timeZone: string): readonly ColumnOf<FeedbackRow>[] => [
  { zh: '反馈日期', en: 'Date', width: 14, cell: ({ at }) => dayText(at, timeZone) },
  { zh: '客户名称', en: 'Customer', width: 24, cell: ({ customerName, customerId }) => customerName ?? customerId },
  { zh: '反馈问题', en: 'Problem', width: 36, cell: ({ problem }) => problem[language] },
  {
    zh: '涉及服务环节',
    en: 'Step of the service',
    width: 20,
    cell: ({ steps }) => steps.map((step) => step[language]).join({ zh: '、', en: ', ' }[language]) || null,
  },
  { zh: '改进措施', en: 'Measure', width: 36, cell: ({ measure }) => measure?.content ?? null },
  { zh: '责任人', en: 'Owner', width: 14, cell: ({ measure }) => measure?.owner ?? null },
  { zh: '完成时限', en: 'Due on', width: 14, cell: ({ measure }) => measure?.dueOn ?? null },
  { zh: '改进效果验证', en: 'Verified effect', width: 20, cell: ({ measure }) => effectOf(measure, language) },
];

function effectOf(measure: FeedbackRow['measure'], language: Language): string | null {
  if (measure?.regressed) return { zh: '已退化', en: 'Regressed' }[language];
  return measure?.verdict ? VERDICT_NAMES[measure.verdict][language] : null;
}

/** 措施内容 | 负责人 | 计划完成时间 | 资源需求 | 验收标准. */
const MEASURES: readonly ColumnOf<MeasureAsOf>[] = [
  { zh: '措施内容', en: 'Measure', width: 36, cell: ({ content }) => content },
  { zh: '负责人', en: 'Owner', width: 14, cell: ({ owner }) => owner },
  { zh: '计划完成时间', en: 'Due on', width: 14, cell: ({ dueOn }) => dueOn },
  { zh: '资源需求', en: 'Resources', width: 36, cell: ({ resources }) => resources },
  { zh: '验收标准', en: 'Accepted when', width: 36, cell: ({ acceptance }) => acceptance },
];

function printed(tables: PrintedTables | undefined, language: Language): readonly ReportTable[] {
  if (!tables) return [];
  const { name, header, rows } = tables[language];
  return [{ title: name, columns: header.map((text) => ({ text, width: 30 })), rows }];
}
