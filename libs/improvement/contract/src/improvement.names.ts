import type { Names } from '@tenure/shared-contract';
import type { MeasureStage, ProblemAsOf } from './improvement.as-of';
import type { MeasureVerdict } from './measure.facts';
import type { Priority } from './problem.events';

export const PROBLEM_STATUS_NAMES: Names<ProblemAsOf['status']> = {
  open: { zh: '未解决', en: 'Open' },
  solved: { zh: '已解决', en: 'Solved' },
  dismissed: { zh: '已撤销', en: 'Dismissed' },
};

export const MEASURE_STAGE_NAMES: Names<MeasureStage> = {
  planned: { zh: '已计划', en: 'Planned' },
  committed: { zh: '已承诺', en: 'Committed' },
  started: { zh: '进行中', en: 'Under way' },
  completed: { zh: '已完成', en: 'Completed' },
  abandoned: { zh: '已放弃', en: 'Abandoned' },
};

export const VERDICT_NAMES: Names<MeasureVerdict> = {
  effective: { zh: '有效', en: 'Effective' },
  'not-effective': { zh: '无效', en: 'Not effective' },
  'not-enough-data': { zh: '数据不足', en: 'Not enough data' },
};

export const PRIORITY_NAMES: Names<Priority> = {
  P0: { zh: 'P0', en: 'P0' },
  P1: { zh: 'P1', en: 'P1' },
  P2: { zh: 'P2', en: 'P2' },
  backlog: { zh: '待办', en: 'Backlog' },
};
