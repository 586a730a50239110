import { HttpStatus } from '@nestjs/common';
import type { ComplaintRejection } from '@tenure/complaint-contract';
import type { RejectionStatuses } from '@tenure/http';

export const complaintRejectionStatuses: RejectionStatuses<ComplaintRejection> = {
  'complaint-not-found': HttpStatus.NOT_FOUND,
  'complaint-already-opened-differently': HttpStatus.CONFLICT,
  'complaint-not-open': HttpStatus.CONFLICT,
  'complaint-not-resolved': HttpStatus.CONFLICT,
  'complaint-already-resolved': HttpStatus.CONFLICT,
  'complaint-not-closed': HttpStatus.CONFLICT,
  'complaint-happened-before-opening': HttpStatus.UNPROCESSABLE_ENTITY,
  'complaint-happened-before-resolution': HttpStatus.UNPROCESSABLE_ENTITY,
  'complaint-due-before-opening': HttpStatus.UNPROCESSABLE_ENTITY,
  'complaint-hand-over-to-owner': HttpStatus.CONFLICT,
  'complaint-accepted-by-another': HttpStatus.CONFLICT,
  'complaint-offered-to-another': HttpStatus.CONFLICT,
  'complaint-not-offered': HttpStatus.CONFLICT,
  'complaint-already-held': HttpStatus.CONFLICT,
  'complaint-not-held': HttpStatus.CONFLICT,
  'complaint-holds-overlap': HttpStatus.UNPROCESSABLE_ENTITY,
  'complaint-continued-before-held': HttpStatus.UNPROCESSABLE_ENTITY,
  'complaint-help-requested-differently': HttpStatus.CONFLICT,
  'complaint-help-not-found': HttpStatus.NOT_FOUND,
  'complaint-help-already-answered': HttpStatus.CONFLICT,
  'complaint-help-answered-before-requested': HttpStatus.UNPROCESSABLE_ENTITY,
  'complaint-duplicate-of-itself': HttpStatus.UNPROCESSABLE_ENTITY,
  'complaint-original-not-found': HttpStatus.UNPROCESSABLE_ENTITY,
  'complaint-original-is-duplicate': HttpStatus.CONFLICT,
  'complaint-already-linked-differently': HttpStatus.CONFLICT,
  'complaint-progress-link-ends-before-issued': HttpStatus.UNPROCESSABLE_ENTITY,
  'command-id-reused': HttpStatus.CONFLICT,
};
