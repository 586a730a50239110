import type { SurveyLinks } from '@tenure/feedback-contract';
import { RecordNoticeDelivery, RecordNoticeFailure, type NoticeChannelName } from '@tenure/notice-contract';
import { customerOfRecipient, renderNotice, retryDelayMs } from '@tenure/notice-core';
import { permanent, type DeliveryOutcome, type NoticeChannel } from './channels/notice.channel';
import { takenBack, type CustomerHours } from './customer.hours';
import type { LoadedNotice } from './notice.history';
import { sendOrThrow, type SendNoticeCommand } from './notice.sending';
import type { DeliveryJob } from './notice.timer';
import type { RecipientBook } from './recipient.book';

export interface NoticeDeliveryOptions {
  readonly channels: Readonly<Record<NoticeChannelName, NoticeChannel>>;
  readonly recipients: RecipientBook;
  /** As it stands in the log; undefined where there is none. */
  readonly load: (noticeId: string) => Promise<LoadedNotice | undefined>;
  readonly send: SendNoticeCommand;
  /** Has the job carried out at a moment (ISO 8601), in place of any other moment it was set to. */
  readonly schedule: (job: DeliveryJob, dueAt: string) => Promise<void>;
  readonly surveyLinks?: SurveyLinks | undefined;
  /** When customers are written to. */
  readonly hours: CustomerHours;
  /** ISO 8601. */
  readonly now: () => string;
  /** At least 0 and below 1. */
  readonly chance: () => number;
}

/**
 * Delivers a notice on one channel, once as far as its record goes. What is recorded as delivered or given up is left
 * alone; after a crash between a delivery and its record it goes out again, under the same id.
 */
export class NoticeDelivery {
  constructor(private readonly options: NoticeDeliveryOptions) {}

  /** Rejects where the log or the schedule failed, and when aborted: to be called again. */
  async deliver(job: DeliveryJob, signal: AbortSignal): Promise<void> {
    const notice = await this.options.load(job.noticeId);
    const known = notice?.state.channels[job.channel];
    if (!notice || known?.status !== 'pending') return;
    const { attempts, retryAt } = known;
    if (retryAt !== undefined && Date.parse(retryAt) > Date.parse(this.options.now())) {
      return this.options.schedule(job, retryAt);
    }
    const opensAt = await this.#opensAt(notice);
    if (opensAt !== undefined) return this.options.schedule(job, opensAt);
    const outcome = await this.#attempt(job, notice, signal);
    await this.#record(job, notice, attempts + 1, outcome);
  }

  /** What failed in the evening is not tried again in the night. */
  async #opensAt({ issued }: LoadedNotice): Promise<string | undefined> {
    if (customerOfRecipient(issued.recipient) === undefined) return undefined;
    return this.options.hours.opensAfter(this.options.now());
  }

  async #attempt(job: DeliveryJob, { issued }: LoadedNotice, signal: AbortSignal): Promise<DeliveryOutcome> {
    const recipients = await this.options.recipients.at(this.options.now());
    const recipient = await this.options.recipients.find(issued.recipient, recipients);
    if (takenBack(issued.purpose, recipient)) return permanent('the customer does not agree to it any more');
    const linkOf = this.#linkOf(issued.recipient);
    const texts = recipients
      .wordingsFor(recipient)
      .map((wording) => renderNotice(issued.template, issued.parameters, { ...wording, ...(linkOf && { linkOf }) }));
    return this.options.channels[job.channel].deliver({ ...issued, texts }, recipient, signal);
  }

  /** For the customer alone: whoever has the link can answer in the customer's place. */
  #linkOf(recipient: string): ((invitationId: string) => string) | undefined {
    const { surveyLinks } = this.options;
    if (!surveyLinks || customerOfRecipient(recipient) === undefined) return undefined;
    return (invitationId) => surveyLinks.linkOf(invitationId);
  }

  async #record(job: DeliveryJob, { issued }: LoadedNotice, attempt: number, outcome: DeliveryOutcome): Promise<void> {
    const { send, schedule, now } = this.options;
    const at = { ...job, attempt, occurredAt: now() };
    const origin = { correlationId: job.noticeId, causationId: issued.causeEventId };
    if (outcome.status === 'delivered') {
      const { reference } = outcome;
      return sendOrThrow(send, Object.assign(new RecordNoticeDelivery(), { ...at, reference }), origin);
    }
    const { error } = outcome;
    const retryAt = this.#retryAt(attempt, outcome);
    const failure = retryAt === undefined ? { ...at, error } : { ...at, error, retryAt };
    await sendOrThrow(send, Object.assign(new RecordNoticeFailure(), failure), origin);
    if (retryAt !== undefined) await schedule(job, retryAt);
  }

  #retryAt(attempt: number, outcome: Exclude<DeliveryOutcome, { status: 'delivered' }>): string | undefined {
    if (outcome.status === 'permanent') return undefined;
    const { now, chance } = this.options;
    const waitMs = retryDelayMs(attempt, chance(), outcome.retryAfterMs);
    return waitMs === undefined ? undefined : new Date(Date.parse(now()) + waitMs).toISOString();
  }
}
