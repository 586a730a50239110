import type { Recipient } from '../recipient.book';
import type { OutgoingNotice } from './notice.channel';

/** The form of the Standard Webhooks specification: what happened, when, and the rest in `data`. */
export const webhookPayload = (notice: OutgoingNotice, { personId, name }: Recipient) => ({
  type: `notice.${notice.template}`,
  timestamp: notice.issuedAt,
  data: {
    noticeId: notice.noticeId,
    recipient: { personId, name },
    texts: notice.texts,
    parameters: notice.parameters,
    customerId: notice.customerId,
    caseId: notice.caseId,
  },
});
