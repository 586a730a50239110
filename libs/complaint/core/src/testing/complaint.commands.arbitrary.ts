import * as fc from 'fast-check';
import { at, later, latest } from './complaint.fixture';

const person = fc.constantFrom('anna', 'bo', 'chen');
const text = fc.constantFrom('one', 'two');
const moment = fc.constantFrom(at, later, latest);

const on = <const Type extends string>(type: Type) => ({
  complaintId: fc.constant('c-1'),
  occurredAt: moment,
  type: fc.constant(type),
});

/** Any command to one case, by few people at few moments, so that they get in each other's way. */
export const anyCommands = {
  OpenComplaint: fc.record({
    ...on('OpenComplaint'),
    occurredAt: fc.constant(at),
    customerId: fc.constant('k-1'),
    channel: fc.constant('phone' as const),
    subject: text,
    receivedBy: person,
  }),
  ClassifyComplaint: fc.record({
    ...on('ClassifyComplaint'),
    urgency: fc.constantFrom('urgent' as const, 'normal' as const),
    complexity: fc.constantFrom('routine' as const, 'complex' as const),
    by: person,
  }),
  AgreeComplaintDueDate: fc.record({ ...on('AgreeComplaintDueDate'), dueAt: moment, by: person }),
  OfferComplaintHandOver: fc.record({ ...on('OfferComplaintHandOver'), to: person }),
  AcceptComplaint: fc.record({ ...on('AcceptComplaint'), by: person }),
  DeclineComplaintHandOver: fc.record({ ...on('DeclineComplaintHandOver'), by: person }),
  RespondToComplaint: fc.record({ ...on('RespondToComplaint'), by: person, message: text }),
  HoldComplaint: fc.record({
    ...on('HoldComplaint'),
    reasonKind: fc.constantFrom('waiting-on-customer' as const, 'agreed-pause' as const),
    reason: text,
    by: person,
  }),
  ContinueComplaint: fc.record({ ...on('ContinueComplaint'), by: person }),
  RequestInternalHelp: fc.record({
    ...on('RequestInternalHelp'),
    helpId: text,
    from: person,
    question: text,
    by: person,
  }),
  AnswerInternalHelp: fc.record({ ...on('AnswerInternalHelp'), helpId: text, by: person }),
  ResolveComplaint: fc.record({ ...on('ResolveComplaint'), by: person, remedy: text }),
  TellComplaintResult: fc.record({ ...on('TellComplaintResult'), by: person, channel: fc.constant('email' as const) }),
  FollowUpComplaint: fc.record({
    ...on('FollowUpComplaint'),
    by: person,
    satisfaction: fc.integer({ min: 1, max: 5 }),
  }),
  CloseComplaint: fc.record({ ...on('CloseComplaint'), by: person }),
  ReopenComplaint: fc.record({ ...on('ReopenComplaint'), by: person, reason: text }),
  LinkDuplicateComplaint: fc.record({
    ...on('LinkDuplicateComplaint'),
    duplicateOf: fc.constantFrom('c-0', 'c-1'),
    by: person,
  }),
  IssueProgressLink: fc.record({
    ...on('IssueProgressLink'),
    linkHash: fc.constantFrom('a'.repeat(64), 'b'.repeat(64)),
  }),
};
