import type { NoticeTemplate } from '../template.type';

export const policyPublished: NoticeTemplate = {
  subject: {
    zh: '{kind:word}有新版本：{title}（第 {version} 版）',
    en: 'New version {version} of the policy on {kind:word}: {title}',
  },
  body: {
    zh: '{by:person} 发布了{kind:word}“{title}”第 {version} 版（{policyId}），自 {effectiveFrom:instant} 起生效。',
    en: '{by:person} published version {version} of “{title}” ({kind:word}, {policyId}); it is in force from {effectiveFrom:instant}.',
  },
};
