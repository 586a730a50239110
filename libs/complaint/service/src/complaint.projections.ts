import { complaintQueue, progressLink } from '@tenure/complaint-core';
import { bindProjection, type ProjectionBinding } from '@tenure/projections';
import { AddComplaintHandling1700000001510 } from './complaint-handling.migration';
import { IndexComplaintOpening1700000003420 } from './complaint-opening.migration';
import { ComplaintQueueEntry } from './complaint-queue.entity';
import { CreateComplaintQueue1700000000200 } from './complaint-queue.migration';
import { ProgressLinkEntry } from './progress-link.entity';

export const complaintProjections: readonly ProjectionBinding[] = [
  bindProjection(complaintQueue, ComplaintQueueEntry),
  bindProjection(progressLink, ProgressLinkEntry),
];

export const complaintMigrations = [
  CreateComplaintQueue1700000000200,
  AddComplaintHandling1700000001510,
  IndexComplaintOpening1700000003420,
];
