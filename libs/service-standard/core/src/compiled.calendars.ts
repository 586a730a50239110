import { compileCalendar, type BusinessCalendar } from '@tenure/calendar';
import type { PolicyKind, PublishedPolicy } from '@tenure/policy-contract';
import type { CalendarReference } from '@tenure/service-standard-contract';

/** A version of a calendar, with its holidays as far as they are published. */
export interface KnownCalendar {
  readonly reference: CalendarReference;
  readonly calendar: BusinessCalendar;
}

/** The versions of a policy, ascending. */
type VersionsOf<Kind extends PolicyKind> = (policyId: string) => readonly PublishedPolicy<Kind>[];

interface CompiledCalendars {
  readonly newest: (calendar: PublishedPolicy<'calendar'> | undefined) => KnownCalendar | undefined;
  readonly asKnown: (reference: CalendarReference) => BusinessCalendar | undefined;
}

/** Each compiled once for every version of its holidays. */
export function compiledCalendars(
  calendars: VersionsOf<'calendar'>,
  holidays: VersionsOf<'holidays'>,
): CompiledCalendars {
  const compiled = new Map<string, BusinessCalendar>();

  const asKnown = ({ calendarId, version, holidaysVersion }: CalendarReference): BusinessCalendar | undefined => {
    const key = `${calendarId} ${version} ${holidaysVersion ?? ''}`;
    const known = compiled.get(key);
    if (known) return known;
    const definition = calendars(calendarId).find((policy) => policy.version === version)?.content;
    if (!definition) return undefined;
    const years = holidays(definition.holidaysId ?? '').find((policy) => policy.version === holidaysVersion);
    const calendar = compileCalendar(definition, years?.content);
    compiled.set(key, calendar);
    return calendar;
  };

  return {
    asKnown,
    newest: (policy) => {
      if (!policy) return undefined;
      const holidaysVersion = holidays(policy.content.holidaysId ?? '').at(-1)?.version;
      const reference = { calendarId: policy.policyId, version: policy.version, holidaysVersion };
      const calendar = asKnown(reference);
      return calendar && { reference, calendar };
    },
  };
}
