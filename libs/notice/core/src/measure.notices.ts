import type { MeasureAnnounced, MeasureOverdue } from '@tenure/improvement-contract';
import type { NotifyWhom } from '@tenure/policy-contract';
import { person, personNamed, type Addressee, type NoticePlan } from './notice.plan';

/** Undefined where the moment had long passed when it was found. */
export function measureOverdueTold(overdue: MeasureOverdue): NoticePlan | undefined {
  const { measureId, problemId, what, owner, dueAt, step, notify, channels, alarm } = overdue;
  if (!alarm) return undefined;
  return {
    template: what === 'progress' ? 'measure-progress-missing' : 'measure-overdue',
    parameters: { measureId, problemId, owner, dueAt, step: `${step}` },
    addressees: notify.map((whom) => addresseeOf(whom, owner)),
    channels,
  };
}

const addresseeOf = (whom: NotifyWhom, owner: string): Addressee => person(personNamed(whom)[0] ?? owner);

/** What changes for customers whose complaints led to it, before it does: each is written to once. */
export const measureAnnounced = ({ announcement, customerIds }: MeasureAnnounced): NoticePlan => {
  const { content, effectiveOn, value } = announcement;
  return {
    template: 'measure-announcement',
    parameters: { content, effectiveOn, value },
    addressees: customerIds.map((customerId) => ({ kind: 'customer', customerId })),
    channels: ['email'],
    purpose: 'service',
  };
};
