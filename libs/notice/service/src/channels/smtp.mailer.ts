import { createTransport } from 'nodemailer';
import type { Mailer } from './email.channel';
import { fieldOf } from './error.field';
import type { MailMessage } from './mail.message';
import { delivered, permanent, retryable, type DeliveryOutcome } from './notice.channel';

const CONNECT_MS = 10_000;
const SILENCE_MS = 30_000;

/** Hands e-mails to an SMTP server: `smtp://` (STARTTLS where it is offered) or `smtps://`, with user and password in it. */
export function smtpMailer(url: string): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    // What stands in a message is never taken for a file or an address to read from.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async (message: MailMessage): Promise<DeliveryOutcome> => {
      try {
        const { messageId } = await transport.sendMail({ ...message });
        return delivered(messageId);
      } catch (error) {
        return failureOf(error);
      }
    },
  };
}

const MOST_SAID = 300;

/**
 * RFC 5321: a reply of 5yz to the envelope or the message stands for good. Being refused a login is the account's
 * trouble, not the message's, and will be put right.
 */
function failureOf(error: unknown): DeliveryOutcome {
  const code = fieldOf(error, 'code');
  const reply = fieldOf(error, 'responseCode');
  const response = fieldOf(error, 'response');
  const name = typeof code === 'string' ? code : 'no reason given';
  if (typeof reply !== 'number') return retryable(`the mail server can't be reached (${name})`);
  const said = `the mail server said: ${typeof response === 'string' ? response.slice(0, MOST_SAID) : reply}`;
  return reply >= 500 && code !== 'EAUTH' ? permanent(said) : retryable(said);
}
