import { compileCalendar, deadline, isOpenAt, type BusinessCalendar } from '@tenure/calendar';
import { consentOf } from '@tenure/customer-contract';
import type { NoticeIssued } from '@tenure/notice-contract';
import { DEFAULT_POLICY_IDS, inForce, type PolicyBook } from '@tenure/policy-contract';
import type { Recipient } from './recipient.book';

const KEEP_MS = 60_000;

/** When customers are written to, by the policies in force; at any time where there are none. */
export class CustomerHours {
  #looked: { readonly atMs: number; readonly found: Promise<BusinessCalendar | undefined> } | undefined;

  constructor(private readonly policies: PolicyBook) {}

  /** The next moment at which customers are written to; undefined where that is now. Both ISO 8601. */
  async opensAfter(now: string): Promise<string | undefined> {
    const hours = await this.#hoursAt(now);
    if (!hours || isOpenAt(now, hours)) return undefined;
    const firstOpenSecond = deadline(now, 1, hours);
    return firstOpenSecond && new Date(firstOpenSecond.at - 1_000).toISOString();
  }

  #hoursAt(now: string): Promise<BusinessCalendar | undefined> {
    const nowMs = Date.parse(now);
    if (this.#looked && Math.abs(this.#looked.atMs - nowMs) <= KEEP_MS) return this.#looked.found;
    const looked = { atMs: nowMs, found: this.#read(now) };
    this.#looked = looked;
    looked.found.catch(() => {
      if (this.#looked === looked) this.#looked = undefined;
    });
    return looked.found;
  }

  async #read(now: string): Promise<BusinessCalendar | undefined> {
    const messaging = await this.policies.inForce('messaging', DEFAULT_POLICY_IDS.messaging, now);
    if (!messaging) return undefined;
    const versions = await this.policies.versions('calendar', messaging.content.hoursCalendarId);
    const content = (inForce(versions, now) ?? versions[0])?.content;
    if (!content) return undefined;
    const { holidaysId } = content;
    const holidays = holidaysId === undefined ? [] : await this.policies.versions('holidays', holidaysId);
    return compileCalendar(content, holidays.at(-1)?.content);
  }
}

/** Whether a customer no longer agrees to what was decided to be sent. */
export function takenBack(purpose: NoticeIssued['purpose'], { consents }: Recipient): boolean {
  if (purpose === undefined || consents === undefined) return false;
  const said = consentOf(consents, purpose, 'email');
  return purpose === 'marketing' ? said !== 'granted' : said === 'withdrawn';
}
