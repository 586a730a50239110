import { reject, type Decision } from '@tenure/kernel';
import type { ComplaintCommand, ComplaintEvent, ComplaintRejection } from '@tenure/complaint-contract';
import type { Plain } from '@tenure/shared-contract';
import type { Opened } from './complaint.state';

export type Command = Plain<ComplaintCommand>;
export type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;
export type Outcome = Decision<ComplaintEvent, ComplaintRejection>;

export const idsOf = ({ complaintId, customerId }: Opened) => ({ complaintId, customerId });

export const notOpen = ({ status, duplicateOf }: Opened): Decision<never, 'complaint-not-open'> =>
  reject(
    'complaint-not-open',
    duplicateOf === undefined ? `the complaint is ${status}` : `the complaint is a duplicate of ${duplicateOf}`,
  );
