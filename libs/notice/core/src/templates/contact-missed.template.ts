import type { NoticeTemplate } from '../template.type';

export const contactMissed: NoticeTemplate = {
  subject: {
    zh: '计划内联系未完成：客户 {customerId} 的{contact:word}',
    en: 'Planned contact missed: {contact:word} for customer {customerId}',
  },
  body: {
    zh: '客户 {customerId}（{tier} 级）计划内的{contact:word}应于 {dueAt:instant} 前完成，至今没有记录。',
    en: 'A {contact:word} for customer {customerId} (tier {tier}) was planned until {dueAt:instant}; none is on record.',
  },
};
