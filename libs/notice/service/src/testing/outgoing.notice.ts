import { renderNotice } from '@tenure/notice-core';
import type { OutgoingNotice } from '../channels/notice.channel';
import type { Recipient } from '../recipient.book';

/** A notice of a hand-over from `from` in the languages of the recipient, in Shanghai. */
export function outgoingNotice({ languages, timeZone }: Recipient, from = 'anna'): OutgoingNotice {
  const template = 'complaint-hand-over-offered';
  const parameters = { caseId: 'c-1', from, offeredAt: '2026-11-20T01:00:00Z' };
  return {
    noticeId: 'n-1',
    template,
    parameters,
    customerId: 'k-1',
    caseId: 'c-1',
    issuedAt: '2026-11-20T01:00:05.000Z',
    texts: languages.map((language) =>
      renderNotice(template, parameters, { language, timeZone, nameOf: (personId) => personId }),
    ),
  };
}

export const LIN: Recipient = {
  personId: 'lin',
  name: '林晓',
  languages: ['zh'],
  timeZone: 'Asia/Shanghai',
  email: 'lin@example.com',
};
