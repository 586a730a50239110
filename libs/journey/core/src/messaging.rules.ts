import { instant } from '@tenure/kernel';
import { compileCalendar, deadline, isOpenAt, type BusinessCalendar } from '@tenure/calendar';
import {
  DEFAULT_POLICY_IDS,
  inForce,
  ofKind,
  type FrequencyCap,
  type MessagePurpose,
  type PublishedPolicy,
} from '@tenure/policy-contract';
import type { SentMessage } from './journey.state';
import { DAY_MS } from './moment';

/** When and how often customers are written to, as it holds at a moment. */
export interface MessagingRules {
  readonly caps: readonly FrequencyCap[];
  /** Absent where the calendar is nowhere to be found: then at any time. */
  readonly hours?: BusinessCalendar;
}

/** By moment (ISO 8601); undefined where no policy is in force, and nothing is limited. */
export type MessagingAt = (at: string) => MessagingRules | undefined;

/**
 * The rules of each moment from all published policies of the kinds `messaging`, `calendar` and `holidays`, in any order.
 * Of holidays the newest version counts, as it tells what years are like. Compiled once: keep it until one is published.
 */
export function messagingRules(policies: readonly PublishedPolicy[]): MessagingAt {
  const ascending = [...policies].sort((one, other) => one.version - other.version);
  const messaging = ofKind(ascending, 'messaging').filter(({ policyId }) => policyId === DEFAULT_POLICY_IDS.messaging);
  const calendars = ofKind(ascending, 'calendar');
  const holidays = ofKind(ascending, 'holidays');
  const compiled = new Map<PublishedPolicy<'calendar'>, BusinessCalendar>();
  const compiledOnce = (policy: PublishedPolicy<'calendar'>): BusinessCalendar => {
    const years = holidays.findLast(({ policyId }) => policyId === policy.content.holidaysId);
    const calendar = compiled.get(policy) ?? compileCalendar(policy.content, years?.content);
    compiled.set(policy, calendar);
    return calendar;
  };
  return (at) => {
    const content = inForce(messaging, at)?.content;
    if (!content) return undefined;
    const versions = calendars.filter(({ policyId }) => policyId === content.hoursCalendarId);
    const calendar = inForce(versions, at) ?? versions[0];
    return { caps: content.caps, ...(calendar && { hours: compiledOnce(calendar) }) };
  };
}

/** The moment itself while customers may be written to, else the next at which they may be. */
export function nextOpen(at: string, rules: MessagingRules | undefined): string {
  const hours = rules?.hours;
  if (!hours || isOpenAt(at, hours)) return at;
  const firstOpenSecond = deadline(at, 1, hours);
  return firstOpenSecond ? instant(firstOpenSecond.at - 1_000) : at;
}

/** Whether one more message of the purpose would be one too many. */
export const isCapped = (
  purpose: MessagePurpose,
  at: string,
  rules: MessagingRules | undefined,
  sent: readonly SentMessage[],
): boolean =>
  (rules?.caps ?? [])
    .filter((cap) => cap.purpose === purpose)
    .some(({ most, perDays }) => {
      const after = Date.parse(at) - perDays * DAY_MS;
      return sent.filter((one) => one.purpose === purpose && Date.parse(one.at) > after).length >= most;
    });
