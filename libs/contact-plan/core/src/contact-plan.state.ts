import type { ContactDone, ContactPlanEvent, ContactPlanned } from '@tenure/contact-plan-contract';
import { latest } from './moment';

export interface PlannedContactState {
  readonly status: 'open' | 'done' | 'missed' | 'dropped';
  readonly planned: ContactPlanned;
  readonly done?: ContactDone;
}

/** The planned contacts of one customer, past and present, by id. */
export interface ContactPlan {
  readonly contacts: ReadonlyMap<string, PlannedContactState>;
  /** Newest moment up to which the plan is known to have been brought; nothing before it is planned any more. */
  readonly plannedUntil?: string;
}

export function evolve(state: ContactPlan, { type, data }: ContactPlanEvent): ContactPlan {
  switch (type) {
    case 'ContactPlanned':
      return withContact(plannedUntil(state, data.plannedAt), data.contactId, { status: 'open', planned: data });
    case 'ContactDone':
      return changed(state, data.contactId, { status: 'done', done: data });
    case 'ContactMissed':
      return changed(plannedUntil(state, data.missedAt), data.contactId, { status: 'missed' });
    case 'ContactDropped':
      return changed(plannedUntil(state, data.droppedAt), data.contactId, { status: 'dropped' });
  }
}

const plannedUntil = (state: ContactPlan, at: string): ContactPlan => ({
  ...state,
  plannedUntil: latest(state.plannedUntil, at),
});

function changed(state: ContactPlan, contactId: string, change: Partial<PlannedContactState>): ContactPlan {
  const known = state.contacts.get(contactId);
  return known ? withContact(state, contactId, { ...known, ...change }) : state;
}

const withContact = (state: ContactPlan, contactId: string, contact: PlannedContactState): ContactPlan => ({
  ...state,
  contacts: new Map(state.contacts).set(contactId, contact),
});
