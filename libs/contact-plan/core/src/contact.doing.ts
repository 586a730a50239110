import type {
  ContactDone,
  ContactPlanEvent,
  ContactPlanRejection,
  FulfilContact,
  RecordPlannedContact,
} from '@tenure/contact-plan-contract';
import { accept, isBefore, reject, type Decision } from '@tenure/kernel';
import type { PlannedContactKind } from '@tenure/policy-contract';
import type { ContactChannel, Plain } from '@tenure/shared-contract';
import type { ContactPlan, PlannedContactState } from './contact-plan.state';

type Outcome = Decision<ContactPlanEvent, ContactPlanRejection>;
type Doing = Pick<ContactDone, 'by' | 'channel' | 'interactionId' | 'doneAt'>;

/** The planned contact that an interaction by this channel is, without anybody saying so. */
export function kindBy(channel: ContactChannel): PlannedContactKind | undefined {
  if (channel === 'visit') return 'visit';
  return channel === 'phone' ? 'call' : undefined;
}

/** An interaction does the contact of its kind in whose period it took place; where there is none, nothing. */
export function fulfil(command: Plain<FulfilContact>, { contacts }: ContactPlan): Outcome {
  const { channel, interactionId, by, occurredAt: doneAt } = command;
  const known = [...contacts.values()];
  if (known.some(({ done }) => done?.interactionId === interactionId)) return accept();
  const contact = toBeDone(known, kindBy(channel), doneAt);
  return contact ? accept(done(contact, { by, channel, interactionId, doneAt })) : accept();
}

export function recordDone(command: Plain<RecordPlannedContact>, { contacts }: ContactPlan): Outcome {
  const { contactId, kind, by, channel, interactionId, occurredAt: doneAt } = command;
  const doing = { by, channel, interactionId, doneAt };
  if (contactId !== undefined) return recordNamed(contacts.get(contactId), kind, doing);
  if (kind === undefined) return reject('contact-not-named', 'either the contact or its kind has to be named');
  const ofKind = [...contacts.values()].filter(({ planned }) => planned.kind === kind);
  if (ofKind.some((contact) => isSame(contact, doing))) return accept();
  const contact = toBeDone(ofKind, kind, doneAt);
  if (contact) return accept(done(contact, doing));
  const before = ofKind.find((known) => known.status === 'done' && isWithin(known, doneAt));
  if (before) return alreadyDone(before);
  return reject('contact-not-planned', `no ${kind} is planned for a period that ${doneAt} lies in`);
}

function recordNamed(
  contact: PlannedContactState | undefined,
  kind: PlannedContactKind | undefined,
  doing: Doing,
): Outcome {
  if (!contact || contact.status === 'dropped') return reject('contact-not-planned');
  const { planned } = contact;
  if (kind !== undefined && kind !== planned.kind) {
    return reject('contact-of-another-kind', `${planned.contactId} is a ${planned.kind}`);
  }
  if (!isWithin(contact, doing.doneAt)) {
    const detail = `${planned.contactId} is to be done from ${planned.periodFrom} and before ${planned.dueBy}`;
    return reject('contact-outside-its-period', detail);
  }
  if (contact.status !== 'done') return accept(done(contact, doing));
  return isSame(contact, doing) ? accept() : alreadyDone(contact);
}

const alreadyDone = ({ done: known }: PlannedContactState): Outcome =>
  reject('contact-already-done', known && `by ${known.by} at ${known.doneAt}`);

/** What is missed was done all the same, where that is told later. */
const toBeDone = (
  contacts: readonly PlannedContactState[],
  kind: PlannedContactKind | undefined,
  at: string,
): PlannedContactState | undefined =>
  contacts.find(
    (contact) =>
      contact.planned.kind === kind &&
      (contact.status === 'open' || contact.status === 'missed') &&
      isWithin(contact, at),
  );

const isWithin = ({ planned }: PlannedContactState, at: string): boolean =>
  !isBefore(at, planned.periodFrom) && isBefore(at, planned.dueBy);

const isSame = ({ done: known }: PlannedContactState, { by, channel, interactionId, doneAt }: Doing): boolean =>
  known?.by === by && known.channel === channel && known.interactionId === interactionId && known.doneAt === doneAt;

function done({ planned: { contactId, customerId, kind } }: PlannedContactState, doing: Doing): ContactPlanEvent {
  return { type: 'ContactDone', data: { contactId, customerId, kind, ...doing } };
}
