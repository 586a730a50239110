import { Inject, Injectable } from '@nestjs/common';
import { compileCalendar, type BusinessCalendar } from '@tenure/calendar';
import { PolicyBook } from '@tenure/policy-contract';

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

  /** The version in force at a moment (ISO 8601); undefined where none is. */
  async inForce(calendarId: string, at: string): Promise<KnownCalendar | undefined> {
    const policy = await this.policies.inForce('calendar', calendarId, at);
    if (!policy) return undefined;
    const { content, version } = policy;
    const { holidaysId } = content;
    const holidays =
      holidaysId === undefined ? undefined : (await this.policies.versions('holidays', holidaysId)).at(-1);
    const key = `${calendarId} ${version} ${holidays?.version ?? ''}`;
    const calendar = this.#compiled.get(key) ?? compileCalendar(content, holidays?.content);
    this.#compiled.set(key, calendar);
    return {
      calendarId,
      version,
      ...(holidays && { holidays: { policyId: holidays.policyId, version: holidays.version } }),
      calendar,
    };
  }
}
