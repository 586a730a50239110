import type { Projection } from '@tenure/kernel';
import type { ComplaintEvent } from '@tenure/complaint-contract';

/** Which case a link shows, by the hash of its token. Times are ISO 8601. */
export interface ProgressLinkRow {
  readonly linkHash: string;
  readonly complaintId: string;
  readonly issuedAt: string;
  readonly expiresAt: string | null;
  readonly position: bigint;
}

type LinkIssued = Extract<ComplaintEvent, { type: 'ComplaintProgressLinkIssued' }>;

/** Which case does a private link show? A hash that comes again, for whatever case, still shows the first. */
export const progressLink: Projection<ProgressLinkRow, LinkIssued> = {
  name: 'progress-link',
  version: 1,
  handles: ['ComplaintProgressLinkIssued'],
  keysOf: ({ data: { linkHash } }) => [linkHash],
  fold: (row, { data: { linkHash, complaintId, issuedAt, expiresAt = null }, position }) =>
    row ?? { linkHash, complaintId, issuedAt, expiresAt, position },
};
