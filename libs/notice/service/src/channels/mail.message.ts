import { markupText } from '@tenure/kernel';
import type { RenderedNotice } from '@tenure/notice-core';
import type { Recipient } from '../recipient.book';
import type { OutgoingNotice } from './notice.channel';

/** An e-mail before it is put in the form of RFC 5322. */
export interface MailMessage {
  readonly from: string;
  readonly to: { readonly name: string; readonly address: string };
  /** The same for every attempt, so that a repetition can be told by it. */
  readonly messageId: string;
  readonly date: Date;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** `from` is an address, with or without a name: `Tenure <tenure@example.com>`. */
export const mailOf = (notice: OutgoingNotice, { name }: Recipient, address: string, from: string): MailMessage => ({
  from,
  to: { name, address },
  messageId: `<notice.${notice.noticeId}@${domainOf(from)}>`,
  date: new Date(notice.issuedAt),
  subject: notice.texts.map(({ subject }) => subject).join(' / '),
  text: notice.texts.map(({ body }) => body).join('\n\n———\n\n'),
  html: htmlOf(notice.texts),
  // RFC 3834: nobody's out-of-office reply is wanted.
  headers: { 'Auto-Submitted': 'auto-generated', 'X-Tenure-Notice': notice.noticeId },
});

const domainOf = (from: string): string => /@([A-Za-z0-9.-]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';

function htmlOf(texts: readonly RenderedNotice[]): string {
  const [first] = texts;
  const parts = texts.map(
    ({ language, subject, body }) =>
      `<section lang="${language}"><h1 style="font-size:1.1em">${markupText(subject)}</h1>${paragraphs(body)}</section>`,
  );
  const head = `<head><meta charset="utf-8"><title>${markupText(first?.subject ?? '')}</title></head>`;
  return `<!doctype html><html lang="${first?.language ?? 'en'}">${head}<body>${parts.join('<hr>')}</body></html>`;
}

const paragraphs = (body: string): string =>
  body
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${markupText(paragraph).replaceAll('\n', '<br>')}</p>`)
    .join('');
