import { complaintQueue } from '@tenure/complaint-core';
import { bindProjection, type ProjectionBinding } from '@tenure/projections';
import { ComplaintQueueEntry } from './complaint-queue.entity';
import { CreateComplaintQueue1700000000200 } from './complaint-queue.migration';

export const complaintProjections: readonly ProjectionBinding[] = [bindProjection(complaintQueue, ComplaintQueueEntry)];

export const complaintMigrations = [CreateComplaintQueue1700000000200];
