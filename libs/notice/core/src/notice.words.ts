import type { InBothLanguages } from './template.type';

/** What stands for a code of the platform in a notice. */
export const noticeWords: Readonly<Record<string, InBothLanguages>> = {
  acceptance: { zh: '受理', en: 'acceptance' },
  'first-response': { zh: '首次响应', en: 'first response' },
  resolution: { zh: '解决', en: 'resolution' },
  feedback: { zh: '反馈', en: 'feedback' },
  'follow-up': { zh: '跟进', en: 'follow-up' },
  'internal-help': { zh: '内部协助', en: 'internal help' },
  visit: { zh: '拜访', en: 'visit' },
  call: { zh: '电话回访', en: 'call' },
  training: { zh: '培训', en: 'training' },
  report: { zh: '服务报告', en: 'service report' },
  tier: { zh: '客户分级', en: 'customer tiers' },
  'service-standard': { zh: '服务标准', en: 'service standard' },
  calendar: { zh: '工作日历', en: 'calendar' },
  holidays: { zh: '节假日', en: 'public holidays' },
  remedy: { zh: '补偿与授权', en: 'remedies' },
  escalation: { zh: '升级规则', en: 'escalation' },
  'contact-plan': { zh: '联系计划', en: 'contact plan' },
  'record-review': { zh: '服务记录抽查', en: 'review of service records' },
  recipients: { zh: '通知对象', en: 'recipients of notices' },
  'beyond-discretion': { zh: '超出个人裁量额度', en: 'it is beyond what the person may give' },
  'beyond-budget': { zh: '超出本期预算', en: 'the budget of the period does not cover it' },
};
