import { defineCodec } from '@tenure/kernel';
import type { PlannedContactKind } from '@tenure/policy-contract';
import type { ContactChannel } from '@tenure/shared-contract';

/** Stored for ever: add optional fields; never rename, retype or reuse one. Times are ISO 8601 with offset. */
export type ContactPlanEvent =
  | { readonly type: 'ContactPlanned'; readonly data: ContactPlanned }
  | { readonly type: 'ContactDone'; readonly data: ContactDone }
  | { readonly type: 'ContactMissed'; readonly data: ContactMissed }
  | { readonly type: 'ContactDropped'; readonly data: ContactDropped };

interface OfContact {
  /** Kind and period, such as `visit-2026-Q4`: unique within the customer. */
  readonly contactId: string;
  readonly customerId: string;
  readonly kind: PlannedContactKind;
}

/** The published version that a contact follows from. */
export interface ContactPlanRef {
  readonly policyId: string;
  readonly version: number;
}

/** To be done once in a period of the calendar. Planned again where it was dropped before. */
export interface ContactPlanned extends OfContact {
  /** By whose plan. */
  readonly tier: string;
  /** Such as `2026-11`, `2026-Q4`, `2026`, or `2026-01_2026-02` for one of several months. */
  readonly period: string;
  readonly periodFrom: string;
  /** End of the period: what is done at this moment is no longer in it. */
  readonly dueBy: string;
  readonly policy: ContactPlanRef;
  readonly plannedAt: string;
}

/** Done in its period, whenever that was recorded: it may have counted as missed until then. */
export interface ContactDone extends OfContact {
  readonly by: string;
  readonly channel?: ContactChannel;
  /** The recorded interaction that it was. */
  readonly interactionId?: string;
  readonly doneAt: string;
}

/** Its period ended, and nobody had recorded it. */
export interface ContactMissed extends OfContact {
  readonly tier: string;
  readonly dueBy: string;
  /** The moment at which it was due, not the one at which this was noticed. */
  readonly missedAt: string;
}

/** No longer called for before it was due, by another tier or another version of the policy. */
export interface ContactDropped extends OfContact {
  readonly reason: 'tier-changed' | 'policy-changed';
  readonly droppedAt: string;
}

const ofContact = { contactId: 'string', customerId: 'string', kind: 'string' } as const;

export const contactPlanCodec = defineCodec<ContactPlanEvent>({
  ContactPlanned: {
    version: 1,
    fields: {
      ...ofContact,
      tier: 'string',
      period: 'string',
      periodFrom: 'string',
      dueBy: 'string',
      policy: 'object',
      plannedAt: 'string',
    },
  },
  ContactDone: {
    version: 1,
    fields: { ...ofContact, by: 'string', channel: 'string?', interactionId: 'string?', doneAt: 'string' },
  },
  ContactMissed: { version: 1, fields: { ...ofContact, tier: 'string', dueBy: 'string', missedAt: 'string' } },
  ContactDropped: { version: 1, fields: { ...ofContact, reason: 'string', droppedAt: 'string' } },
});
