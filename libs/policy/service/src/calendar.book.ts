import { Inject, Injectable } from '@nestjs/common';
import { compileCalendar, type BusinessCalendar } from '@tenure/calendar';
import { inForce, PolicyBook, type PublishedPolicy } from '@tenure/policy-contract';

/** A version of a calendar with the newest version of its holidays. */
export interface KnownCalendar {
  readonly calendarId: string;
  readonly version: number;
  readonly holidays?: { readonly policyId: string; readonly version: number };
  readonly calendar: BusinessCalendar;
}

/** Calendars ready to count with, each version compiled once. */
@Injectable()
export class CalendarBook {
  readonly #compiled = new Map<string, BusinessCalendar>();

  constructor(@Inject(PolicyBook) private readonly policies: PolicyBook) {}

  /** The version in force at a moment (ISO 8601), before the first one that: clocks take it so. Undefined where there is none. */
  async inForce(calendarId: string, at: string): Promise<KnownCalendar | undefined> {
    const versions = await this.policies.versions('calendar', calendarId);
    const policy = inForce(versions, at) ?? versions[0];
    if (!policy) return undefined;
    const { content, version } = policy;
    const holidays = await this.#newestHolidays(content.holidaysId);
    const key = `${calendarId} ${version} ${holidays?.version ?? ''}`;
    const calendar = this.#compiled.get(key) ?? compileCalendar(content, holidays?.content);
    this.#compiled.set(key, calendar);
    const named = holidays && { policyId: holidays.policyId, version: holidays.version };
    return { calendarId, version, holidays: named, calendar };
  }

  async #newestHolidays(holidaysId: string | undefined): Promise<PublishedPolicy<'holidays'> | undefined> {
    if (holidaysId === undefined) return undefined;
    return (await this.policies.versions('holidays', holidaysId)).at(-1);
  }
}
