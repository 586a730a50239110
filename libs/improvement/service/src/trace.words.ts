import {
  MEASURE_STAGE_NAMES,
  PRIORITY_NAMES,
  PROBLEM_STATUS_NAMES,
  VERDICT_NAMES,
  type CauseCategory,
  type MeasureAsOf,
  type Priority,
  type ProblemAsOf,
} from '@tenure/improvement-contract';
import type { Text } from '@tenure/shared-contract';

export const CAUSE_NAMES: Readonly<Record<'root' | 'step', Readonly<Record<CauseCategory, Text>>>> = {
  step: {
    process: { zh: '流程', en: 'process' },
    people: { zh: '人员', en: 'people' },
    tools: { zh: '工具', en: 'tools' },
    resources: { zh: '资源', en: 'resources' },
  },
  root: {
    process: { zh: '根本原因：流程', en: 'root cause: process' },
    people: { zh: '根本原因：人员', en: 'root cause: people' },
    tools: { zh: '根本原因：工具', en: 'root cause: tools' },
    resources: { zh: '根本原因：资源', en: 'root cause: resources' },
  },
};

export function statusOf(status: ProblemAsOf['status'], priority: Priority | null): Text {
  const { zh, en } = inSentence(PROBLEM_STATUS_NAMES[status]);
  if (priority === null) return { zh, en };
  const name = PRIORITY_NAMES[priority];
  return { zh: `${name.zh}，${zh}`, en: `${name.en}, ${en}` };
}

/** How far a measure is, or what it was found to do. */
export function effectOf({ stage, verified, regressed }: MeasureAsOf): Text {
  if (regressed) return { zh: '曾有效，已退化', en: 'effective, then regressed' };
  return inSentence(verified ? VERDICT_NAMES[verified.result.verdict] : MEASURE_STAGE_NAMES[stage]);
}

const inSentence = ({ zh, en }: Text): Text => ({ zh, en: en.toLowerCase() });

export const KIND_NAMES = {
  complaint: { zh: '投诉', en: 'Complaint' },
  theme: { zh: '主题', en: 'Theme' },
  problem: { zh: '问题', en: 'Problem' },
  cause: { zh: '原因', en: 'Causes' },
  measure: { zh: '措施', en: 'Measures' },
  standard: { zh: '服务标准', en: 'Standard' },
  metric: { zh: '指标', en: 'Metric' },
} as const;
