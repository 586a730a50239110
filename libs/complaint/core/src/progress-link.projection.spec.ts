import type { ComplaintEvent } from '@tenure/complaint-contract';
import { projected, recordAll } from '@tenure/kernel/testing';
import { progressLink } from './progress-link.projection';

type LinkIssued = Extract<ComplaintEvent, { type: 'ComplaintProgressLinkIssued' }>;
const linkHash = 'a'.repeat(64);
const issued = (complaintId: string, expiresAt?: string): LinkIssued => ({
  type: 'ComplaintProgressLinkIssued',
  data: { complaintId, customerId: 'k-1', linkHash, issuedAt: '2013-07-29T09:00:00Z', ...(expiresAt && { expiresAt }) },
});

describe('progress link', () => {
  it('finds the case of a hash', () =>
    expect(projected(progressLink, recordAll([issued('c-1', '2013-08-29T09:00:00Z')]))).toEqual([
      {
        linkHash,
        complaintId: 'c-1',
        issuedAt: '2013-07-29T09:00:00Z',
        expiresAt: '2013-08-29T09:00:00Z',
        position: 0n,
      },
    ]));
  it('never shows another case than the first', () =>
    expect(projected(progressLink, recordAll([issued('c-1'), issued('c-2')]))).toMatchObject([{ complaintId: 'c-1' }]));
});
