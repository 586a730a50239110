import type { Recipient } from '../recipient.book';
import { mailOf, type MailMessage } from './mail.message';
import { permanent, type DeliveryOutcome, type NoticeChannel, type OutgoingNotice } from './notice.channel';

/** Takes an e-mail over: to a server, or into a folder. */
export interface Mailer {
  send(message: MailMessage): Promise<DeliveryOutcome>;
}

export class EmailChannel implements NoticeChannel {
  readonly channel = 'email';

  /** `from` is an address, with or without a name. */
  constructor(
    private readonly mailer: Mailer,
    private readonly from: string,
  ) {}

  async deliver(notice: OutgoingNotice, recipient: Recipient): Promise<DeliveryOutcome> {
    if (recipient.email === undefined) return permanent(`no e-mail address is known of ${recipient.personId}`);
    return this.mailer.send(mailOf(notice, recipient, recipient.email, this.from));
  }
}
