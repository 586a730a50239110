import type { CaseType, Complexity, ContactChannel, Money, PauseReasonKind, Urgency } from '@tenure/shared-contract';

interface OfComplaint {
  readonly complaintId: string;
  readonly customerId: string;
}

export interface ComplaintOpened extends OfComplaint {
  readonly channel: ContactChannel;
  readonly subject: string;
  readonly description?: string;
  readonly product?: string;
  readonly issueType?: string;
  /** 首问负责制: who was asked first owns the case until a named person accepts it. */
  readonly owner: string;
  readonly openedAt: string;
  /** Absent: complaint. */
  readonly caseType?: CaseType;
  /** Absent: normal. */
  readonly urgency?: Urgency;
  /** Absent: routine. */
  readonly complexity?: Complexity;
  /** When it is due by agreement, whatever the standard says. */
  readonly agreedDueAt?: string;
  /** Policy that it is judged by; absent: the usual one. */
  readonly serviceStandard?: string;
}

/** Both as they are from now on, also where only one was changed. */
export interface ComplaintClassified extends OfComplaint {
  readonly urgency: Urgency;
  readonly complexity: Complexity;
  readonly by: string;
  readonly classifiedAt: string;
}

export interface ComplaintDueDateAgreed extends OfComplaint {
  readonly dueAt: string;
  readonly by: string;
  readonly agreedAt: string;
}

export interface ComplaintHandOverOffered extends OfComplaint {
  readonly from: string;
  readonly to: string;
  readonly offeredAt: string;
}

export interface ComplaintAccepted extends OfComplaint {
  readonly owner: string;
  readonly previousOwner: string;
  readonly acceptedAt: string;
}

/** The case stays with its owner. */
export interface ComplaintHandOverDeclined extends OfComplaint {
  readonly owner: string;
  readonly by: string;
  readonly declinedAt: string;
}

export interface ComplaintResponded extends OfComplaint {
  readonly by: string;
  readonly message: string;
  /** True for the one that stops the response clock. */
  readonly first: boolean;
  readonly respondedAt: string;
}

export interface ComplaintHeld extends OfComplaint {
  readonly reasonKind: PauseReasonKind;
  readonly reason: string;
  readonly by: string;
  readonly heldAt: string;
}

/** Never before `heldAt` of the hold that it ends; stands before the event that it was caused by. */
export interface ComplaintContinued extends OfComplaint {
  readonly by: string;
  readonly continuedAt: string;
  /** What else the same command did, where the case was not just taken up again. */
  readonly cause?: 'answered' | 'resolved' | 'linked-as-duplicate';
}

export interface InternalHelpRequested extends OfComplaint {
  readonly helpId: string;
  /** The person or team who is asked. */
  readonly from: string;
  readonly question: string;
  readonly by: string;
  readonly requestedAt: string;
}

export interface InternalHelpAnswered extends OfComplaint {
  readonly helpId: string;
  readonly by: string;
  readonly answer?: string;
  readonly answeredAt: string;
}

export interface ComplaintResolved extends OfComplaint {
  readonly by: string;
  readonly remedy: string;
  readonly compensation?: Money;
  /** Whether it was in time by the word of whoever reported it; judged by no standard of ours. */
  readonly reportedTimely?: boolean;
  readonly resolvedAt: string;
}

/** 反馈. May be told again, in another way or by another person. */
export interface ComplaintResultTold extends OfComplaint {
  readonly by: string;
  readonly channel: ContactChannel;
  readonly toldAt: string;
}

/** 跟进. */
export interface ComplaintFollowedUp extends OfComplaint {
  readonly by: string;
  /** 1–5, from the customer. */
  readonly satisfaction?: number;
  readonly followedUpAt: string;
}

export interface ComplaintClosed extends OfComplaint {
  readonly by: string;
  /** Whether the customer disputes the resolution. */
  readonly disputed?: boolean;
  readonly closedAt: string;
}

/** Also of a duplicate, which then is one no longer. */
export interface ComplaintReopened extends OfComplaint {
  readonly by: string;
  readonly reason: string;
  readonly reopenedAt: string;
}

/** Closes an open case without a resolution of its own: the other one is worked on. */
export interface ComplaintLinkedAsDuplicate extends OfComplaint {
  readonly duplicateOf: string;
  readonly by: string;
  readonly linkedAt: string;
}

export interface ComplaintProgressLinkIssued extends OfComplaint {
  /** SHA-256 of the token, in lower-case hexadecimal. */
  readonly linkHash: string;
  readonly expiresAt?: string;
  readonly issuedAt: string;
}
