import { ApiProperty } from '@nestjs/swagger';
import type { ContactScheduleRow } from '@tenure/contact-plan-core';
import { PLANNED_CONTACT_KINDS } from '@tenure/policy-contract';
import { CONTACT_CHANNELS } from '@tenure/shared-contract';

const text = { type: String, nullable: true } as const;
const instant = { ...text, format: 'date-time' } as const;

export const PLANNED_CONTACT_STATUSES = ['open', 'done', 'missed', 'dropped'] as const;

/** A contact that is planned with a customer for a period of the calendar, and what became of it. */
export class PlannedContactView {
  @ApiProperty({ example: 'visit-2026-Q4', description: 'Unique within the customer.' })
  readonly contactId!: string;

  @ApiProperty()
  readonly customerId!: string;

  @ApiProperty({ enum: PLANNED_CONTACT_KINDS })
  readonly kind!: (typeof PLANNED_CONTACT_KINDS)[number];

  @ApiProperty({ example: 'A', description: 'By whose plan.' })
  readonly tier!: string;

  @ApiProperty({ example: '2026-Q4' })
  readonly period!: string;

  @ApiProperty({ format: 'date-time' })
  readonly periodFrom!: string;

  @ApiProperty({ format: 'date-time', description: 'Missed where it is not done before.' })
  readonly dueBy!: string;

  @ApiProperty({ enum: PLANNED_CONTACT_STATUSES })
  readonly status!: (typeof PLANNED_CONTACT_STATUSES)[number];

  @ApiProperty(text)
  readonly doneBy!: string | null;

  @ApiProperty(instant)
  readonly doneAt!: string | null;

  @ApiProperty({ ...text, enum: CONTACT_CHANNELS })
  readonly channel!: ContactScheduleRow['channel'];

  @ApiProperty({ ...text, description: 'The recorded interaction that it was.' })
  readonly interactionId!: string | null;

  @ApiProperty({ ...instant, description: 'Stays where it was told later that it had been done in time.' })
  readonly missedAt!: string | null;

  @ApiProperty({ ...text, enum: ['tier-changed', 'policy-changed'] })
  readonly droppedBecause!: ContactScheduleRow['droppedBecause'];

  @ApiProperty()
  readonly policyId!: string;

  @ApiProperty({ type: 'integer' })
  readonly policyVersion!: number;

  @ApiProperty({ format: 'date-time' })
  readonly plannedAt!: string;

  @ApiProperty({ example: '10432', description: 'Of the newest event in it.' })
  readonly position!: string;
}

export const viewOf = ({ contactKey: _, ...row }: ContactScheduleRow): PlannedContactView => ({
  ...row,
  position: `${row.position}`,
});
