import type { BusinessCalendar } from '@tenure/calendar';
import { DEFAULT_POLICY_IDS, inForce, ofKind, type PolicyKind, type PublishedPolicy } from '@tenure/policy-contract';
import type { CalendarReference } from '@tenure/service-standard-contract';
import { compiledCalendars, type KnownCalendar } from './compiled.calendars';
import { timeOf } from './moment';

/** The policy by which a case is judged that names none. */
export const USUAL_STANDARD = DEFAULT_POLICY_IDS['service-standard'];

export type ServiceStandard = PublishedPolicy<'service-standard'>;
export type EscalationChain = PublishedPolicy<'escalation'>;

/**
 * Every published version that cases are judged by, in memory. Moments are epoch milliseconds. Of holidays the newest
 * version counts, whenever it says it begins: it tells what years are like, also those of the past.
 */
export interface StandardsBook {
  readonly policies: readonly PublishedPolicy[];
  readonly standardAt: (policyId: string, at: number) => ServiceStandard | undefined;
  readonly standard: (policyId: string, version: number) => ServiceStandard | undefined;
  readonly standardsAfter: (policyId: string, version: number) => readonly ServiceStandard[];
  /** A calendar that a version of the standard names and that is nowhere to be found. */
  readonly missingCalendarOf: (policyId: string) => string | undefined;
  /** Before its first version a calendar is taken to have been as in that one. */
  readonly calendarAt: (calendarId: string, at: number) => KnownCalendar | undefined;
  /** One version, with the newest holidays. */
  readonly calendar: (calendarId: string, version: number) => KnownCalendar | undefined;
  /** One version, with the holidays that the reference names. */
  readonly calendarAsKnown: (reference: CalendarReference) => BusinessCalendar | undefined;
  readonly calendarsAfter: (calendarId: string, version: number) => readonly PublishedPolicy<'calendar'>[];
  readonly escalationAt: (policyId: string, at: number) => EscalationChain | undefined;
  readonly escalation: (policyId: string, version: number) => EscalationChain | undefined;
}

/** `policies` in any order. Calendars are compiled when first asked for: keep the book until something is published. */
export function standardsBook(policies: readonly PublishedPolicy[]): StandardsBook {
  const standards = versionsOf(policies, 'service-standard');
  const escalations = versionsOf(policies, 'escalation');
  const calendars = versionsOf(policies, 'calendar');
  const compiled = compiledCalendars(calendars, versionsOf(policies, 'holidays'));
  return {
    policies,
    standardAt: (policyId, at) => inForce(standards(policyId), timeOf(at)),
    standard: (policyId, version) => standards(policyId).find((policy) => policy.version === version),
    standardsAfter: (policyId, version) => standards(policyId).filter((policy) => policy.version > version),
    missingCalendarOf: onceFor((policyId) => {
      const targets = standards(policyId).flatMap(({ content }) => content.targets);
      return targets.find(({ calendarId }) => calendars(calendarId).length === 0)?.calendarId;
    }),
    calendarAt: (calendarId, at) => {
      const versions = calendars(calendarId);
      return compiled.newest(inForce(versions, timeOf(at)) ?? versions[0]);
    },
    calendar: (calendarId, version) =>
      compiled.newest(calendars(calendarId).find((policy) => policy.version === version)),
    calendarAsKnown: compiled.asKnown,
    calendarsAfter: (calendarId, version) => calendars(calendarId).filter((policy) => policy.version > version),
    escalationAt: (policyId, at) => inForce(escalations(policyId), timeOf(at)),
    escalation: (policyId, version) => escalations(policyId).find((policy) => policy.version === version),
  };
}

/** Ascending. */
const versionsOf = <Kind extends PolicyKind>(policies: readonly PublishedPolicy[], kind: Kind) => {
  const ascending = [...policies].sort((one, other) => one.version - other.version);
  return onceFor((wanted): readonly PublishedPolicy<Kind>[] =>
    ofKind(
      ascending.filter(({ policyId }) => policyId === wanted),
      kind,
    ),
  );
};

/** A book never changes, and is asked the same of every case. */
function onceFor<Answer>(answer: (policyId: string) => Answer): (policyId: string) => Answer {
  const answers = new Map<string, { readonly value: Answer }>();
  return (policyId) => {
    const known = answers.get(policyId) ?? { value: answer(policyId) };
    answers.set(policyId, known);
    return known.value;
  };
}
