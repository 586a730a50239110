import type { CaseType, Complexity, PauseReasonKind, Urgency } from '@tenure/shared-contract';

/** One case, where it stands and when it got there. Times are ISO 8601. */
export interface ComplaintQueueRow extends Settlement, Intake {
  readonly complaintId: string;
  readonly customerId: string;
  readonly status: 'open' | 'resolved' | 'closed';
  readonly owner: string;
  /** Who was asked to take it over and has not accepted. */
  readonly offeredTo: string | null;
  /** The first acceptance by a named person, and who that was. */
  readonly acceptedAt: string | null;
  readonly acceptedBy: string | null;
  readonly firstRespondedAt: string | null;
  /** Since when the case is held, and why; null while it is worked on. */
  readonly heldAt: string | null;
  readonly heldFor: PauseReasonKind | null;
  readonly holds: number;
  /** In the order of their requests. */
  readonly help: readonly HelpRequest[];
  readonly reopenedAt: string | null;
  readonly reopenings: number;
  /** Of the newest event in the row. */
  readonly position: bigint;
}

interface Intake {
  readonly channel: string;
  readonly subject: string;
  readonly product: string | null;
  readonly issueType: string | null;
  readonly openedAt: string;
  /** Who was asked first. */
  readonly receivedBy: string;
  readonly caseType: CaseType;
  readonly urgency: Urgency;
  readonly complexity: Complexity;
  readonly serviceStandard: string | null;
  readonly agreedDueAt: string | null;
}

/** How it ended; all of it is empty again once the case is reopened. */
interface Settlement {
  readonly resolvedAt: string | null;
  readonly resolvedBy: string | null;
  readonly remedy: string | null;
  /** By the word of whoever reported it. */
  readonly reportedTimely: boolean | null;
  /** 反馈: when the customer was told first, and by whom. */
  readonly toldAt: string | null;
  readonly toldBy: string | null;
  /** 跟进: when the customer was asked first, and by whom. */
  readonly followedUpAt: string | null;
  readonly followedUpBy: string | null;
  /** 1–5, the newest. */
  readonly satisfaction: number | null;
  readonly closedAt: string | null;
  readonly disputed: boolean | null;
  readonly duplicateOf: string | null;
}

/** A colleague who was asked for help; unanswered until `answeredAt` is there. */
export interface HelpRequest {
  readonly helpId: string;
  readonly from: string;
  readonly question: string;
  readonly by: string;
  readonly requestedAt: string;
  readonly answeredAt: string | null;
  readonly answeredBy: string | null;
}

export const unsettled: Settlement = {
  resolvedAt: null,
  resolvedBy: null,
  remedy: null,
  reportedTimely: null,
  toldAt: null,
  toldBy: null,
  followedUpAt: null,
  followedUpBy: null,
  satisfaction: null,
  closedAt: null,
  disputed: null,
  duplicateOf: null,
};

export const newRow = (
  complaintId: string,
  customerId: string,
  openedAt: string,
  position: bigint,
): ComplaintQueueRow => ({
  complaintId,
  customerId,
  status: 'open',
  owner: '',
  offeredTo: null,
  channel: 'other',
  subject: '',
  product: null,
  issueType: null,
  openedAt,
  receivedBy: '',
  caseType: 'complaint',
  urgency: 'normal',
  complexity: 'routine',
  serviceStandard: null,
  agreedDueAt: null,
  acceptedAt: null,
  acceptedBy: null,
  firstRespondedAt: null,
  heldAt: null,
  heldFor: null,
  holds: 0,
  help: [],
  ...unsettled,
  reopenedAt: null,
  reopenings: 0,
  position,
});
