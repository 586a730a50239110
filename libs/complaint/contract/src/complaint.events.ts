import { defineCodec } from '@tenure/kernel';
import type { ContactChannel, Money } from '@tenure/shared-contract';

/** Stored for ever: add optional fields; never rename, retype or reuse one. Times are ISO 8601 with offset. */
export type ComplaintEvent =
  | { readonly type: 'ComplaintOpened'; readonly data: ComplaintOpened }
  | { readonly type: 'ComplaintHandOverOffered'; readonly data: ComplaintHandOverOffered }
  | { readonly type: 'ComplaintAccepted'; readonly data: ComplaintAccepted }
  | { readonly type: 'ComplaintResponded'; readonly data: ComplaintResponded }
  | { readonly type: 'ComplaintResolved'; readonly data: ComplaintResolved }
  | { readonly type: 'ComplaintClosed'; readonly data: ComplaintClosed }
  | { readonly type: 'ComplaintReopened'; readonly data: ComplaintReopened };

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

export interface ComplaintResponded extends OfComplaint {
  readonly by: string;
  readonly message: string;
  /** True for the one that stops the response clock. */
  readonly first: boolean;
  readonly respondedAt: string;
}

export interface ComplaintResolved extends OfComplaint {
  readonly by: string;
  readonly remedy: string;
  readonly compensation?: Money;
  readonly resolvedAt: string;
}

export interface ComplaintClosed extends OfComplaint {
  readonly by: string;
  /** Whether the customer disputes the resolution. */
  readonly disputed?: boolean;
  readonly closedAt: string;
}

export interface ComplaintReopened extends OfComplaint {
  readonly by: string;
  readonly reason: string;
  readonly reopenedAt: string;
}

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
    },
    personal: ['description'],
  },
  ComplaintHandOverOffered: {
    version: 1,
    fields: { ...ofComplaint, from: 'string', to: 'string', offeredAt: 'string' },
  },
  ComplaintAccepted: {
    version: 1,
    fields: { ...ofComplaint, owner: 'string', previousOwner: 'string', acceptedAt: 'string' },
  },
  ComplaintResponded: {
    version: 1,
    fields: { ...ofComplaint, by: 'string', message: 'string', first: 'boolean', respondedAt: 'string' },
    personal: ['message'],
  },
  ComplaintResolved: {
    version: 1,
    fields: { ...ofComplaint, by: 'string', remedy: 'string', compensation: 'object?', resolvedAt: 'string' },
  },
  ComplaintClosed: {
    version: 1,
    fields: { ...ofComplaint, by: 'string', disputed: 'boolean?', closedAt: 'string' },
  },
  ComplaintReopened: {
    version: 1,
    fields: { ...ofComplaint, by: 'string', reason: 'string', reopenedAt: 'string' },
  },
});
