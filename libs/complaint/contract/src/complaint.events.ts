import { defineCodec } from '@tenure/kernel';
import type {
  ComplaintAccepted,
  ComplaintClassified,
  ComplaintClosed,
  ComplaintContinued,
  ComplaintDueDateAgreed,
  ComplaintFollowedUp,
  ComplaintHandOverDeclined,
  ComplaintHandOverOffered,
  ComplaintHeld,
  ComplaintLinkedAsDuplicate,
  ComplaintOpened,
  ComplaintProgressLinkIssued,
  ComplaintReopened,
  ComplaintResolved,
  ComplaintResponded,
  ComplaintResultTold,
  InternalHelpAnswered,
  InternalHelpRequested,
} from './complaint.facts';

/** Stored for ever: add optional fields; never rename, retype or reuse one. Times are ISO 8601 with offset. */
export type ComplaintEvent =
  | { readonly type: 'ComplaintOpened'; readonly data: ComplaintOpened }
  | { readonly type: 'ComplaintClassified'; readonly data: ComplaintClassified }
  | { readonly type: 'ComplaintDueDateAgreed'; readonly data: ComplaintDueDateAgreed }
  | { readonly type: 'ComplaintHandOverOffered'; readonly data: ComplaintHandOverOffered }
  | { readonly type: 'ComplaintAccepted'; readonly data: ComplaintAccepted }
  | { readonly type: 'ComplaintHandOverDeclined'; readonly data: ComplaintHandOverDeclined }
  | { readonly type: 'ComplaintResponded'; readonly data: ComplaintResponded }
  | { readonly type: 'ComplaintHeld'; readonly data: ComplaintHeld }
  | { readonly type: 'ComplaintContinued'; readonly data: ComplaintContinued }
  | { readonly type: 'InternalHelpRequested'; readonly data: InternalHelpRequested }
  | { readonly type: 'InternalHelpAnswered'; readonly data: InternalHelpAnswered }
  | { readonly type: 'ComplaintResolved'; readonly data: ComplaintResolved }
  | { readonly type: 'ComplaintResultTold'; readonly data: ComplaintResultTold }
  | { readonly type: 'ComplaintFollowedUp'; readonly data: ComplaintFollowedUp }
  | { readonly type: 'ComplaintClosed'; readonly data: ComplaintClosed }
  | { readonly type: 'ComplaintReopened'; readonly data: ComplaintReopened }
  | { readonly type: 'ComplaintLinkedAsDuplicate'; readonly data: ComplaintLinkedAsDuplicate }
  | { readonly type: 'ComplaintProgressLinkIssued'; readonly data: ComplaintProgressLinkIssued };

const ofComplaint = { complaintId: 'string', customerId: 'string' } as const;

export const complaintCodec = defineCodec<ComplaintEvent>({
  ComplaintOpened: {
    version: 1,
    fields: {
      ...ofComplaint,
      channel: 'string',
      subject: 'string',
      description: 'string?',
      product: 'string?',
      issueType: 'string?',
      owner: 'string',
      openedAt: 'string',
      caseType: 'string?',
      urgency: 'string?',
      complexity: 'string?',
      agreedDueAt: 'string?',
      serviceStandard: 'string?',
    },
    personal: ['description'],
  },
  ComplaintClassified: {
    version: 1,
    fields: { ...ofComplaint, urgency: 'string', complexity: 'string', by: 'string', classifiedAt: 'string' },
  },
  ComplaintDueDateAgreed: {
    version: 1,
    fields: { ...ofComplaint, dueAt: 'string', by: 'string', agreedAt: 'string' },
  },
  ComplaintHandOverOffered: {
    version: 1,
    fields: { ...ofComplaint, from: 'string', to: 'string', offeredAt: 'string' },
  },
  ComplaintAccepted: {
    version: 1,
    fields: { ...ofComplaint, owner: 'string', previousOwner: 'string', acceptedAt: 'string' },
  },
  ComplaintHandOverDeclined: {
    version: 1,
    fields: { ...ofComplaint, owner: 'string', by: 'string', declinedAt: 'string' },
  },
  ComplaintResponded: {
    version: 1,
    fields: { ...ofComplaint, by: 'string', message: 'string', first: 'boolean', respondedAt: 'string' },
    personal: ['message'],
  },
  ComplaintHeld: {
    version: 1,
    fields: { ...ofComplaint, reasonKind: 'string', reason: 'string', by: 'string', heldAt: 'string' },
    personal: ['reason'],
  },
  ComplaintContinued: {
    version: 1,
    fields: { ...ofComplaint, by: 'string', continuedAt: 'string', cause: 'string?' },
  },
  InternalHelpRequested: {
    version: 1,
    fields: {
      ...ofComplaint,
      helpId: 'string',
      from: 'string',
      question: 'string',
      by: 'string',
      requestedAt: 'string',
    },
    personal: ['question'],
  },
  InternalHelpAnswered: {
    version: 1,
    fields: { ...ofComplaint, helpId: 'string', by: 'string', answer: 'string?', answeredAt: 'string' },
    personal: ['answer'],
  },
  ComplaintResolved: {
    version: 1,
    fields: {
      ...ofComplaint,
      by: 'string',
      remedy: 'string',
      compensation: 'object?',
      reportedTimely: 'boolean?',
      resolvedAt: 'string',
    },
  },
  ComplaintResultTold: {
    version: 1,
    fields: { ...ofComplaint, by: 'string', channel: 'string', toldAt: 'string' },
  },
  ComplaintFollowedUp: {
    version: 1,
    fields: { ...ofComplaint, by: 'string', satisfaction: 'number?', followedUpAt: 'string' },
  },
  ComplaintClosed: {
    version: 1,
    fields: { ...ofComplaint, by: 'string', disputed: 'boolean?', closedAt: 'string' },
  },
  ComplaintReopened: {
    version: 1,
    fields: { ...ofComplaint, by: 'string', reason: 'string', reopenedAt: 'string' },
  },
  ComplaintLinkedAsDuplicate: {
    version: 1,
    fields: { ...ofComplaint, duplicateOf: 'string', by: 'string', linkedAt: 'string' },
  },
  ComplaintProgressLinkIssued: {
    version: 1,
    fields: { ...ofComplaint, linkHash: 'string', expiresAt: 'string?', issuedAt: 'string' },
  },
});
