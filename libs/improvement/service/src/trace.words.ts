import type { CauseCategory, MeasureAsOf, MeasureVerdict, Priority, ProblemAsOf } from '@tenure/improvement-contract';
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

const STATUSES: Readonly<Record<ProblemAsOf['status'], Text>> = {
  open: { zh: '未解决', en: 'open' },
  solved: { zh: '已解决', en: 'solved' },
  dismissed: { zh: '已撤销', en: 'dismissed' },
};

export function statusOf(status: ProblemAsOf['status'], priority: Priority | null): Text {
  const { zh, en } = STATUSES[status];
  return priority === null ? { zh, en } : { zh: `${priority}，${zh}`, en: `${priority}, ${en}` };
}

const VERDICTS: Readonly<Record<MeasureVerdict, Text>> = {
  effective: { zh: '有效', en: 'effective' },
  'not-effective': { zh: '无效', en: 'not effective' },
  'not-enough-data': { zh: '数据不足', en: 'not enough data' },
};

const STAGES: Readonly<Record<MeasureAsOf['stage'], Text>> = {
  planned: { zh: '已计划', en: 'planned' },
  committed: { zh: '已承诺', en: 'committed' },
  started: { zh: '进行中', en: 'under way' },
  completed: { zh: '已完成', en: 'completed' },
  abandoned: { zh: '已放弃', en: 'abandoned' },
};

/** How far a measure is, or what it was found to do. */
export function effectOf({ stage, verified, regressed }: MeasureAsOf): Text {
  if (regressed) return { zh: '曾有效，已退化', en: 'effective, then regressed' };
  return verified ? VERDICTS[verified.result.verdict] : STAGES[stage];
}

export const KIND_NAMES = {
  complaint: { zh: '投诉', en: 'Complaint' },
  theme: { zh: '主题', en: 'Theme' },
  problem: { zh: '问题', en: 'Problem' },
  cause: { zh: '原因', en: 'Causes' },
  measure: { zh: '措施', en: 'Measures' },
  standard: { zh: '服务标准', en: 'Standard' },
  metric: { zh: '指标', en: 'Metric' },
} as const;
