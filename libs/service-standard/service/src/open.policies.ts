import type { CaseClocks } from '@tenure/service-standard-core';
import type { WatchedCase } from './watched-case.entity';

/** By which policies a case may still be judged: those of its standard and of the calendars that its clocks run by. */
export function policyIdsOf(state: CaseClocks, isWorkedOn: boolean): Pick<WatchedCase, 'isOpen' | 'policyIds'> {
  if (state.status === 'absent') return { isOpen: isWorkedOn, policyIds: null };
  const running = state.clocks.filter(({ status }) => status === 'running' || status === 'paused');
  const calendars = running.flatMap(({ spans }) => spans.flatMap(({ calendar }) => calendar?.calendarId ?? []));
  const policyIds = [...new Set([state.basis.serviceStandard, ...calendars])];
  return { isOpen: isWorkedOn || running.length > 0, policyIds };
}
