import { hash } from 'node:crypto';
import type { Recorded } from '@tenure/kernel';
import { IssueNotice, NOTICE_CHANNELS, type NoticeChannelName } from '@tenure/notice-contract';
import {
  customerOfRecipient,
  customerRecipient,
  noticeOf,
  type Addressee,
  type NoticeCause,
  type NoticePlan,
} from '@tenure/notice-core';
import { sendOrThrow, type SendNoticeCommand } from './notice.sending';
import type { Recipient, RecipientBook, Recipients } from './recipient.book';

export interface NoticeIssuingOptions {
  readonly recipients: RecipientBook;
  readonly send: SendNoticeCommand;
  /** ISO 8601. */
  readonly now: () => string;
}

/** Tells people of events: each person once of each event, however often it is asked to. */
export class NoticeIssuing {
  constructor(private readonly options: NoticeIssuingOptions) {}

  /** Resolves once every notice is durable. */
  async issue(event: Recorded<NoticeCause>): Promise<void> {
    const plan = noticeOf(event);
    if (!plan) return;
    const recipients = await this.options.recipients.at(this.options.now());
    const addressed = await Promise.all(plan.addressees.map((addressee) => this.#personsOf(addressee, recipients)));
    const persons = [...new Set(addressed.flat())].map((personId) => recipients.find(personId));
    await Promise.all(persons.map((recipient) => this.#tell(recipient, plan, event)));
  }

  async #personsOf(addressee: Addressee, recipients: Recipients): Promise<readonly string[]> {
    switch (addressee.kind) {
      case 'person':
        return [addressee.personId];
      case 'customer':
        return [customerRecipient(addressee.customerId)];
      case 'everybody':
        return recipients.everybody.filter((personId) => personId !== addressee.except);
      case 'first-escalation':
        return this.options.recipients.firstEscalation(this.options.now());
      case 'approvers':
        return this.options.recipients.approvers(addressee.policyId, addressee.version);
    }
  }

  #tell(recipient: Recipient, plan: NoticePlan, { id, metadata }: Recorded<NoticeCause>): Promise<void> {
    const { template, parameters, caseId, purpose } = plan;
    const customerId = customerOfRecipient(recipient.personId) ?? metadata.customerId;
    const command = Object.assign(new IssueNotice(), {
      noticeId: noticeIdOf(id, recipient.personId),
      recipient: recipient.personId,
      template,
      parameters,
      channels: channelsOf(plan, recipient),
      causeEventId: id,
      ...(customerId !== undefined && { customerId }),
      ...(caseId !== undefined && { caseId }),
      ...(purpose !== undefined && { purpose }),
      occurredAt: this.options.now(),
    });
    return sendOrThrow(this.options.send, command, { correlationId: metadata.correlationId, causationId: id });
  }
}

/** The same for the same event and person, whoever asks and however often: a UUID's form, of a digest. */
export function noticeIdOf(causeEventId: string, personId: string): string {
  const digest = hash('sha256', `${causeEventId}\n${personId}`, 'hex');
  return [0, 8, 12, 16, 20].map((start, part, starts) => digest.slice(start, starts[part + 1] ?? 32)).join('-');
}

/**
 * Everybody has an inbox but customers, who are written to; an address is what has a person be told by another way as well.
 * Whether a customer has one is seen when it is sent: by then it may be another one.
 */
function channelsOf({ channels }: NoticePlan, { personId, email, webhook }: Recipient): readonly NoticeChannelName[] {
  if (customerOfRecipient(personId) !== undefined) return ['email'];
  const addresses: Readonly<Record<NoticeChannelName, unknown>> = { inbox: true, email, webhook };
  return NOTICE_CHANNELS.filter(
    (channel) => channel === 'inbox' || (addresses[channel] && (channels?.includes(channel) ?? true)),
  );
}
