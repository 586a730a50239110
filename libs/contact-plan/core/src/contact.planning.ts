import { isAfter } from '@tenure/kernel';
import type { ContactPlanEvent, PlanContacts } from '@tenure/contact-plan-contract';
import type { Plain } from '@tenure/shared-contract';
import { calledContacts, isWorthPlanning, type CalledContact, type ContactPlanPolicy } from './called.contact';
import type { ContactPlan, PlannedContactState } from './contact-plan.state';

type Of<Type extends ContactPlanEvent['type']> = Extract<ContactPlanEvent, { type: Type }>;

/** What was due by a moment is missed, then what is no longer called for is dropped, then what is called for is planned. */
export function planUpTo(
  command: Plain<PlanContacts>,
  { contacts }: ContactPlan,
  versions: readonly ContactPlanPolicy[],
): ContactPlanEvent[] {
  const { customerId, tier, occurredAt: at } = command;
  const called = calledContacts(versions, tier, at);
  const open = [...contacts.values()].filter(({ status }) => status === 'open');
  const overdue = open.filter(({ planned }) => !isAfter(planned.dueBy, at));
  const uncalled = open.filter(
    (contact) => !overdue.includes(contact) && !called.some(({ contactId }) => contactId === contact.planned.contactId),
  );
  const unplanned = called.filter(({ contactId }) => isUnplanned(contacts.get(contactId)));
  return [
    ...overdue.map(missed),
    ...uncalled.map((contact) => dropped(contact, tier, at)),
    ...unplanned.filter((contact) => isWorthPlanning(contact, at)).map((contact) => planned(contact, customerId, at)),
  ];
}

/** What was dropped is planned again where it is called for again. */
const isUnplanned = (known: PlannedContactState | undefined): boolean => !known || known.status === 'dropped';

const missed = ({
  planned: { contactId, customerId, kind, tier, dueBy },
}: PlannedContactState): Of<'ContactMissed'> => ({
  type: 'ContactMissed',
  data: { contactId, customerId, kind, tier, dueBy, missedAt: dueBy },
});

function dropped({ planned }: PlannedContactState, tier: string | undefined, at: string): Of<'ContactDropped'> {
  const { contactId, customerId, kind } = planned;
  const reason = tier === planned.tier ? 'policy-changed' : 'tier-changed';
  return { type: 'ContactDropped', data: { contactId, customerId, kind, reason, droppedAt: at } };
}

function planned(called: CalledContact, customerId: string, plannedAt: string): Of<'ContactPlanned'> {
  const { contactId, kind, tier, period, policy } = called;
  const ref = { policyId: policy.policyId, version: policy.version };
  const when = { period: period.name, periodFrom: period.from, dueBy: period.until };
  return { type: 'ContactPlanned', data: { contactId, customerId, kind, tier, ...when, policy: ref, plannedAt } };
}
