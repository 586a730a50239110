import type { NoticeTemplate } from '../template.type';

export const journeyTask: NoticeTemplate = {
  subject: {
    zh: '请处理：{title}（客户 {customerId}）',
    en: 'To do: {title} (customer {customerId})',
  },
  body: {
    zh: '客户旅程 {journeyId} 为客户 {customerId} 安排了任务：{title}\n请于 {dueAt:instant} 前完成，任务编号：{taskId}。',
    en: 'The journey {journeyId} has a task for customer {customerId}: {title}\nPlease do it by {dueAt:instant}. Task: {taskId}.',
  },
};
