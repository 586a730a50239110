import type { Aggregate } from '@tenure/event-store';
import {
  complaintCodec,
  type ComplaintCommand,
  type ComplaintEvent,
  type ComplaintRejection,
} from '@tenure/complaint-contract';
import { complaint, type Complaint } from '@tenure/complaint-core';
import type { Plain } from '@tenure/shared-contract';

export const complaintAggregate: Aggregate<Complaint, Plain<ComplaintCommand>, ComplaintEvent, ComplaintRejection> = {
  category: 'complaint',
  decider: complaint,
  codec: complaintCodec,
  idOf: ({ complaintId }) => complaintId,
  customerIdOf: ({ data }) => data.customerId,
  starts: ['OpenComplaint'],
};
