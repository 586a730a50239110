import type { NotifyWhom } from '@tenure/policy-contract';
import type { CaseClockEvent } from '@tenure/service-standard-contract';
import { person, personNamed, type Addressee, type NoticePlan } from './notice.plan';

type ClockAlarm = Extract<CaseClockEvent, { type: 'ClockReminded' | 'ClockEscalated' }>;

/** Undefined where the moment had passed when it became known. */
export function alarmOf({ type, data }: ClockAlarm): NoticePlan | undefined {
  if (!data.alarm) return undefined;
  const { caseId, kind, dueAt, owner, notify, channels } = data;
  const about = { caseId, clock: kind, dueAt, owner };
  const told = { addressees: notify.map((whom) => addresseeOf(whom, owner)), channels, caseId };
  switch (type) {
    case 'ClockReminded':
      return { template: 'clock-reminded', parameters: { ...about, percent: `${data.percent}` }, ...told };
    case 'ClockEscalated':
      return { template: 'clock-escalated', parameters: { ...about, step: `${data.step}` }, ...told };
  }
}

const addresseeOf = (whom: NotifyWhom, owner: string): Addressee => person(personNamed(whom)[0] ?? owner);
