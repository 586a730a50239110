import type { EventStoreDBClient } from '@eventstore/db-client';
import type { WebhookSecrets } from '@tenure/config';
import type { CustomerDirectory } from '@tenure/customer-contract';
import type { SurveyLinks } from '@tenure/feedback-contract';
import type { PolicyBook } from '@tenure/policy-contract';
import { withConnection } from '@tenure/postgres';
import { setTimers, type TimerHandler } from '@tenure/timers';
import type { DataSource } from 'typeorm';
import { EmailChannel } from './channels/email.channel';
import { folderMailer } from './channels/folder.mailer';
import { InboxChannel } from './channels/inbox.channel';
import { smtpMailer } from './channels/smtp.mailer';
import { WebhookChannel } from './channels/webhook.channel';
import { CustomerHours } from './customer.hours';
import { NoticeDelivery } from './notice.delivery';
import { loadNotice } from './notice.history';
import { NoticeIssuing } from './notice.issuing';
import { NoticeProcess } from './notice.process';
import type { SendNoticeCommand } from './notice.sending';
import { deliveryTimer, jobOf, NOTICE_TIMER } from './notice.timer';
import { RecipientBook } from './recipient.book';

export interface NoticeDependencies {
  readonly client: EventStoreDBClient;
  readonly dataSource: DataSource;
  readonly policies: PolicyBook;
  /** Where customers are written to. */
  readonly customers?: CustomerDirectory;
  /** What customers answer surveys by. */
  readonly surveyLinks?: SurveyLinks;
  readonly send: SendNoticeCommand;
  /** ISO 8601. */
  readonly now: () => string;
  readonly mail: MailSettings;
  readonly webhookSecrets: WebhookSecrets;
}

export interface MailSettings {
  /** smtp:// or smtps://; absent: `.eml` files in the folder. */
  readonly smtpUrl?: string;
  readonly folder: string;
  /** An address, with or without a name. */
  readonly from: string;
}

const KEEP_RECIPIENTS_MS = 1_000;

/** What follows the log. Opened anew after every failure. */
export function noticeProcess({ policies, send, now }: NoticeDependencies): NoticeProcess {
  return new NoticeProcess(new NoticeIssuing({ recipients: new RecipientBook(policies), send, now }), now);
}

/** What delivers; for the worker that carries timers out. */
export function noticeTimerHandlers(dependencies: NoticeDependencies): Readonly<Record<string, TimerHandler>> {
  const { client, dataSource, policies, customers, surveyLinks, send, now, mail, webhookSecrets } = dependencies;
  const mailer = mail.smtpUrl === undefined ? folderMailer(mail.folder) : smtpMailer(mail.smtpUrl);
  const delivery = new NoticeDelivery({
    channels: {
      inbox: new InboxChannel(dataSource),
      email: new EmailChannel(mailer, mail.from),
      webhook: new WebhookChannel({ now, secrets: webhookSecrets }),
    },
    recipients: new RecipientBook(policies, KEEP_RECIPIENTS_MS, customers),
    hours: new CustomerHours(policies),
    surveyLinks,
    load: (noticeId) => loadNotice(client, noticeId),
    send,
    schedule: (job, dueAt) =>
      withConnection(dataSource, (connection) => setTimers(connection, now, [deliveryTimer(job, dueAt)])),
    now,
    chance: Math.random,
  });
  return { [NOTICE_TIMER]: (timer, signal) => delivery.deliver(jobOf(timer), signal) };
}
