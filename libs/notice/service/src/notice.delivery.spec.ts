import type { CustomerConsent } from '@tenure/customer-contract';
import {
  ofKind,
  PolicyBook,
  type PolicyContents,
  type PolicyKind,
  type PublishedPolicy,
} from '@tenure/policy-contract';
import { delivered, type NoticeChannel } from './channels/notice.channel';
import { CustomerHours } from './customer.hours';
import { NoticeDelivery } from './notice.delivery';
import type { DeliveryJob } from './notice.timer';
import { RecipientBook } from './recipient.book';

const since = '2020-01-01T00:00:00Z';
const DAY = [['09:00', '20:00']] as const;
const text = { zh: '文', en: 'Text' };

const publishedAs = <Kind extends 'messaging' | 'calendar'>(
  policyId: string,
  kind: Kind,
  content: PolicyContents[Kind],
) => ({ policyId, kind, content, version: 1, effectiveFrom: since, title: text, by: 'li', publishedAt: since });

/** Customers are written to from nine to eight in Shanghai. */
class Hours extends PolicyBook {
  readonly #policies = [
    publishedAs('messaging', 'messaging', { hoursCalendarId: 'hours', caps: [] }),
    publishedAs('hours', 'calendar', {
      timeZone: 'Asia/Shanghai',
      week: { monday: DAY, tuesday: DAY, wednesday: DAY, thursday: DAY, friday: DAY, saturday: DAY, sunday: DAY },
      exceptions: [],
    }),
  ] as const satisfies readonly PublishedPolicy[];

  async versions<Kind extends PolicyKind>(kind: Kind, policyId: string): Promise<readonly PublishedPolicy<Kind>[]> {
    const named = this.#policies.filter((policy) => policy.policyId === policyId);
    return ofKind(named, kind);
  }

  async draft(): Promise<undefined> {}
}

describe('a message to a customer', () => {
  const said = (purpose: 'service' | 'marketing', granted: boolean): CustomerConsent => ({
    purpose,
    channel: 'email',
    granted,
    since,
  });

  /** What becomes of one of a purpose at a moment, given what the customer has said by then. */
  async function sentAt(now: string, purpose: 'service' | 'marketing', consents: readonly CustomerConsent[] = []) {
    const done: string[] = [];
    const policies = new Hours();
    const channel = (name: 'inbox' | 'email' | 'webhook'): NoticeChannel => ({
      channel: name,
      deliver: async (_notice, { email }) => {
        done.push(`sent to ${email}`);
        return delivered('x');
      },
    });
    const issued = {
      noticeId: 'n-1',
      recipient: 'customer/k-1',
      template: 'journey-message',
      parameters: { subject: text, body: text },
      channels: ['email'],
      causeEventId: 'e-1',
      purpose,
      issuedAt: now,
    } as const;
    const state = {
      status: 'issued',
      noticeId: 'n-1',
      recipient: 'customer/k-1',
      channels: { email: { status: 'pending', attempts: 1 } },
      isRead: false,
    } as const;
    const delivery = new NoticeDelivery({
      channels: { inbox: channel('inbox'), email: channel('email'), webhook: channel('webhook') },
      recipients: new RecipientBook(policies, 0, {
        find: async () => new Map([['k-1', { customerId: 'k-1', email: 'ann@tea.example', consents }]]),
      }),
      hours: new CustomerHours(policies),
      load: async () => ({ issued, state }),
      send: async (command) => {
        done.push(command.type === 'RecordNoticeFailure' ? `failed: ${command.error}` : command.type);
        return { status: 'accepted', stream: 'notice-n-1', position: 1n, events: 1 };
      },
      schedule: async (_job: DeliveryJob, dueAt) => void done.push(`put off to ${dueAt}`),
      now: () => now,
      chance: () => 0,
    });
    await delivery.deliver({ noticeId: 'n-1', channel: 'email' }, new AbortController().signal);
    return done;
  }

  const NOON = '2026-11-23T04:00:00.000Z';
  const SENT = ['sent to ann@tea.example', 'RecordNoticeDelivery'];
  const TAKEN_BACK = ['failed: the customer does not agree to it any more'];

  it('goes out while customers are written to, and otherwise when they are again', async () => {
    expect(await sentAt(NOON, 'service')).toEqual(SENT);
    expect(await sentAt('2026-11-23T14:00:00.000Z', 'service')).toEqual(['put off to 2026-11-24T01:00:00.000Z']);
  });
  it('does not go out where the customer took back meanwhile what it was decided by', async () => {
    expect(await sentAt(NOON, 'service', [said('service', false)])).toEqual(TAKEN_BACK);
    expect(await sentAt(NOON, 'service', [said('marketing', false)])).toEqual(SENT);
    expect(await sentAt(NOON, 'marketing', [said('marketing', true)])).toEqual(SENT);
    expect(await sentAt(NOON, 'marketing', [said('marketing', false)])).toEqual(TAKEN_BACK);
    expect(await sentAt(NOON, 'marketing')).toEqual(TAKEN_BACK);
  });
});
