import type { NoticeTemplate } from '../template.type';

/** To customers: what changes, from when on, and what it is worth to them. */
export const measureAnnouncement: NoticeTemplate = {
  subject: { zh: '服务改进通知：{effectiveOn} 起生效', en: 'We improve our service from {effectiveOn}' },
  body: {
    zh: '感谢您的反馈。根据客户的意见，我们将自 {effectiveOn} 起作如下改进：\n\n{content}\n\n这对您意味着：{value}',
    en: 'Thank you for your feedback. Following what customers told us, this changes from {effectiveOn}:\n\n{content}\n\nWhat it means for you: {value}',
  },
};
