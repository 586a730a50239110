import { recordAll } from '@tenure/kernel/testing';
import type { NoticeCommand } from '@tenure/notice-contract';
import type { NoticeCause } from '@tenure/notice-core';
import { NoticeIssuing, noticeIdOf } from './notice.issuing';
import { RecipientBook } from './recipient.book';
import { FixedPolicies } from './testing/fixed.policies';

const at = '2024-05-01T09:00:00.000Z';
const webhook = { url: 'https://hooks.example.com/chen', secretName: 'desk' };
const people = [
  { personId: 'bo', name: 'Bo', language: 'en', email: 'bo@example.com' },
  { personId: 'chen', name: '陈', language: 'zh', email: 'chen@example.com', webhook },
] as const;

const ofClock = { caseId: 'c-1', customerId: 'k-1', clockId: 'resolution', kind: 'resolution', dueAt: at } as const;
const clock = { ...ofClock, cause: { kind: 'time-passed' }, alarm: true } as const;
const ofRemedy = { remedyId: 'r-1', complaintId: 'c-1', customerId: 'k-1', personId: 'anna' };
const terms = { reason: 'late', amount: { amountMinor: 1, currency: 'CNY' }, standardMinor: 0 };

function escalated(channels: readonly ('inbox' | 'email' | 'webhook')[], notify: readonly string[]): NoticeCause {
  return { type: 'ClockEscalated', data: { ...clock, owner: 'chen', step: 1, notify, channels, escalatedAt: at } };
}

describe('issuing notices', () => {
  /** What is told, to whom and how, of one event. */
  async function told(cause: NoticeCause) {
    const sent: NoticeCommand[] = [];
    const issuing = new NoticeIssuing({
      recipients: new RecipientBook(new FixedPolicies(people, ['dora', 'bo'])),
      send: async (command) => {
        sent.push(command);
        return { status: 'accepted', stream: 'notice-1', position: 1n, events: 1 };
      },
      now: () => at,
    });
    for (const event of recordAll([cause], { customerId: 'k-1' })) await issuing.issue(event);
    return sent.flatMap((command) => (command.type === 'IssueNotice' ? [command] : []));
  }
  const waysOf = async (cause: NoticeCause) =>
    Object.fromEntries((await told(cause)).map(({ recipient, channels }) => [recipient, channels]));

  it('goes by the ways that the policy names and the person has', async () => {
    expect(await waysOf(escalated(['inbox', 'email'], ['owner', 'person:bo']))).toEqual({
      bo: ['inbox', 'email'],
      chen: ['inbox', 'email'],
    });
    expect(await waysOf(escalated(['webhook'], ['owner', 'person:bo', 'person:nobody']))).toEqual({
      bo: ['inbox'],
      chen: ['inbox', 'webhook'],
      nobody: ['inbox'],
    });
  });
  it('goes by every way that a person has where no policy says', async () =>
    expect(
      await waysOf({
        type: 'InternalHelpRequested',
        data: {
          complaintId: 'c-1',
          customerId: 'k-1',
          helpId: 'h-1',
          from: 'chen',
          by: 'bo',
          question: '?',
          requestedAt: at,
        },
      }),
    ).toEqual({ chen: ['inbox', 'email', 'webhook'] }));
  it('tells a person once of one event, whatever names it goes by', async () =>
    expect(await told(escalated(['inbox'], ['owner', 'person:chen']))).toMatchObject([
      {
        noticeId: noticeIdOf('event-0', 'chen'),
        recipient: 'chen',
        template: 'clock-escalated',
        causeEventId: 'event-0',
        caseId: 'c-1',
        customerId: 'k-1',
      },
    ]));
  it('tells those who may approve, whom the escalation names first, or everybody but the author', async () => {
    const policy = { policyId: 'remedy', version: 1 };
    const requested = { ...ofRemedy, ...terms, policy, because: 'beyond-budget', requestedAt: at } as const;
    expect(await waysOf({ type: 'RemedyApprovalRequested', data: requested })).toMatchObject({
      bo: ['inbox', 'email'],
      dora: ['inbox'],
    });
    const missed = { contactId: 'v-1', customerId: 'k-1', kind: 'visit', tier: 'A', dueBy: at, missedAt: at } as const;
    expect(await waysOf({ type: 'ContactMissed', data: missed })).toEqual({ lead: ['inbox'] });
    const version = { policyId: 'remedy', kind: 'recipients', version: 2, by: 'bo', effectiveFrom: at } as const;
    const text = { zh: '新', en: 'New' };
    const published = { ...version, title: text, content: { people: [] }, publishedAt: at };
    expect(Object.keys(await waysOf({ type: 'PolicyPublished', data: published }))).toEqual(['chen']);
  });
  it('writes to a customer by e-mail alone, whatever address there may be by then', async () => {
    const text = { zh: '您好', en: 'Hello' };
    const of = { customerId: 'k-1', journeyId: 'welcome', version: 1, runId: 'r-1', stepId: 'hello', step: 1 } as const;
    const action = { kind: 'message', purpose: 'service', subject: text, body: text } as const;
    expect(await told({ type: 'JourneyStepTaken', data: { ...of, action, takenAt: at } })).toMatchObject([
      {
        noticeId: noticeIdOf('event-0', 'customer/k-1'),
        recipient: 'customer/k-1',
        channels: ['email'],
        template: 'journey-message',
        parameters: { subject: text, body: text },
      },
    ]);
  });
  it('has an id of its own for each event and person', () => {
    expect(noticeIdOf('event-0', 'chen')).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(noticeIdOf('event-0', 'bo')).not.toBe(noticeIdOf('event-0', 'chen'));
    expect(noticeIdOf('event-1', 'chen')).not.toBe(noticeIdOf('event-0', 'chen'));
  });
});
