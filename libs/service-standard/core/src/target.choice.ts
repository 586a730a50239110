import { elapsed } from '@tenure/calendar';
import type { ClockKind, ServiceStandardContent, ServiceTarget, TargetCondition } from '@tenure/policy-contract';
import type { ClockBasis, ClockTarget } from '@tenure/service-standard-contract';
import type { Clock } from './clock.state';
import { EVERY_SECOND } from './clock.time';
import { momentOf } from './moment';
import type { KnownCalendar } from './compiled.calendars';
import type { ServiceStandard, StandardsBook } from './standards.book';

/** What a clock that begins at a moment is held against; undefined where the case has no such clock. */
export function targetAt(kind: ClockKind, basis: ClockBasis, at: number, book: StandardsBook): ClockTarget | undefined {
  const target = ruledTarget(kind, basis, book.standardAt(basis.serviceStandard, at), at, book);
  return kind === 'resolution' && basis.agreedDueAt !== undefined
    ? agreedTarget(target, basis.agreedDueAt, at, book)
    : target;
}

/** What a version of a standard says, with the calendar that is in force at the moment. */
export function ruledTarget(
  kind: ClockKind,
  basis: ClockBasis,
  standard: ServiceStandard | undefined,
  at: number,
  book: StandardsBook,
): ClockTarget | undefined {
  const rule = standard && ruleFor(kind, basis, standard.content);
  const known = rule && book.calendarAt(rule.calendarId, at);
  if (!rule || !known) return undefined;
  return {
    standard: { policyId: standard.policyId, version: standard.version, targetId: rule.targetId },
    tier: tierUnder(standard.content, basis),
    urgency: basis.urgency,
    complexity: basis.complexity,
    ...countedBy(known),
    targetSeconds: rule.withinMinutes * 60,
    pausedWhile: rule.pausedWhile,
    remindAtPercent: rule.remindAtPercent,
    escalationId: rule.escalationId,
  };
}

/** As what a running clock is judged: as what the case is now where that counts in its middle, else as what it was. */
export function judgedBasis({ target }: Clock, basis: ClockBasis, { content }: ServiceStandard): ClockBasis {
  const { tierChanged, urgencyChanged } = content.midCase;
  const { tier, urgency = basis.urgency, complexity = basis.complexity } = target;
  return {
    ...basis,
    ...(tierChanged === 'keep' && { tier }),
    ...(urgencyChanged === 'keep' && { urgency, complexity }),
  };
}

/** A date is a date: nothing pauses it. `from` is when the clock began. */
function agreedTarget(
  ruled: ClockTarget | undefined,
  agreedDueAt: string,
  from: number,
  book: StandardsBook,
): ClockTarget {
  const target = ruled ?? { timeZone: 'UTC', targetSeconds: 0, pausedWhile: [], remindAtPercent: [] };
  const calendar = (target.calendar && book.calendarAsKnown(target.calendar)) ?? EVERY_SECOND;
  const { seconds } = elapsed(from, Math.max(from, momentOf(agreedDueAt)), calendar);
  return { ...target, agreedDueAt, targetSeconds: seconds, pausedWhile: [] };
}

export const countedBy = ({ reference, calendar }: KnownCalendar): Pick<ClockTarget, 'calendar' | 'timeZone'> => ({
  calendar: reference,
  timeZone: calendar.definition.timeZone,
});

/** A standard that was published has exactly one rule for every case, or none where it says so. */
export const ruleFor = (
  kind: ClockKind,
  basis: ClockBasis,
  content: ServiceStandardContent,
): ServiceTarget | undefined => {
  const tier = tierUnder(content, basis);
  return content.targets.find(({ clock, when }) => clock === kind && covers(when, { ...basis, tier }));
};

/** Who has no tier, or one that the standard does not know, is served as of the default. */
const tierUnder = ({ tiers, defaultTier }: ServiceStandardContent, { tier: held }: ClockBasis): string =>
  tiers.find(({ tier }) => tier === held)?.tier ?? defaultTier;

const covers = (when: TargetCondition, { caseType, tier = '', urgency, complexity }: ClockBasis): boolean =>
  includes(when.caseTypes, caseType) &&
  includes(when.tiers, tier) &&
  includes(when.urgencies, urgency) &&
  includes(when.complexities, complexity);

const includes = <Value>(listed: readonly Value[] | undefined, value: Value): boolean =>
  listed === undefined || listed.includes(value);
