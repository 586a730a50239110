import type { ContactPlanEvent, ContactPlanned } from '@tenure/contact-plan-contract';
import type { Projection, Recorded } from '@tenure/kernel';
import type { PlannedContactKind } from '@tenure/policy-contract';
import type { ContactChannel } from '@tenure/shared-contract';

/** One planned contact and what became of it. Times ISO 8601. */
export interface ContactScheduleRow {
  /** `customerId/contactId`. */
  readonly contactKey: string;
  readonly contactId: string;
  readonly customerId: string;
  readonly kind: PlannedContactKind;
  readonly tier: string;
  readonly period: string;
  readonly periodFrom: string;
  readonly dueBy: string;
  readonly status: 'open' | 'done' | 'missed' | 'dropped';
  readonly doneBy: string | null;
  readonly doneAt: string | null;
  readonly channel: ContactChannel | null;
  readonly interactionId: string | null;
  /** Stays where it turned out to have been done in time. */
  readonly missedAt: string | null;
  readonly droppedBecause: 'tier-changed' | 'policy-changed' | null;
  readonly policyId: string;
  readonly policyVersion: number;
  readonly plannedAt: string;
  readonly position: bigint;
}

/** Which contacts are planned with whom until when, and which were done or missed. */
export const contactSchedule: Projection<ContactScheduleRow, ContactPlanEvent> = {
  name: 'contact-schedule',
  version: 1,
  handles: ['ContactPlanned', 'ContactDone', 'ContactMissed', 'ContactDropped'],
  keysOf: ({ data: { customerId, contactId } }) => [`${customerId}/${contactId}`],
  fold: (row, event, key) => ({ ...(row ?? newRow(event, key)), ...changesOf(event), position: event.position }),
};

const newRow = ({ data, metadata, position }: Recorded<ContactPlanEvent>, contactKey: string): ContactScheduleRow => ({
  contactKey,
  contactId: data.contactId,
  customerId: data.customerId,
  kind: data.kind,
  tier: '',
  period: '',
  periodFrom: metadata.occurredAt,
  dueBy: metadata.occurredAt,
  status: 'open',
  doneBy: null,
  doneAt: null,
  channel: null,
  interactionId: null,
  missedAt: null,
  droppedBecause: null,
  policyId: '',
  policyVersion: 0,
  plannedAt: metadata.occurredAt,
  position,
});

function changesOf({ type, data }: ContactPlanEvent): Partial<ContactScheduleRow> {
  switch (type) {
    case 'ContactPlanned':
      return planned(data);
    case 'ContactDone': {
      const { by, doneAt, channel = null, interactionId = null } = data;
      return { status: 'done', doneBy: by, doneAt, channel, interactionId };
    }
    case 'ContactMissed':
      return { status: 'missed', missedAt: data.missedAt };
    case 'ContactDropped':
      return { status: 'dropped', droppedBecause: data.reason };
  }
}

const planned = ({
  tier,
  period,
  periodFrom,
  dueBy,
  policy,
  plannedAt,
}: ContactPlanned): Partial<ContactScheduleRow> => ({
  status: 'open',
  droppedBecause: null,
  tier,
  period,
  periodFrom,
  dueBy,
  policyId: policy.policyId,
  policyVersion: policy.version,
  plannedAt,
});
