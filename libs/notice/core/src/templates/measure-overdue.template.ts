import type { NoticeTemplate } from '../template.type';

export const measureOverdue: NoticeTemplate = {
  subject: {
    zh: '改进措施 {measureId} 已逾期（第 {step} 级）',
    en: 'Measure {measureId} is overdue (step {step})',
  },
  body: {
    zh: '针对问题 {problemId} 的改进措施 {measureId} 应于 {dueAt:instant} 前完成，至今未完成。\n负责人：{owner:person}。',
    en: 'Measure {measureId} against problem {problemId} was to be completed by {dueAt:instant} and is not.\nOwner: {owner:person}.',
  },
};

export const measureProgressMissing: NoticeTemplate = {
  subject: {
    zh: '改进措施 {measureId} 未按时汇报进度（第 {step} 级）',
    en: 'Progress of measure {measureId} is not reported (step {step})',
  },
  body: {
    zh: '针对问题 {problemId} 的改进措施 {measureId} 应于 {dueAt:instant} 前汇报进度，至今没有汇报。\n负责人：{owner:person}。',
    en: 'Progress of measure {measureId} against problem {problemId} was to be reported by {dueAt:instant} and is not.\nOwner: {owner:person}.',
  },
};
