import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { CustomerAsOf, CustomerTimelineRow } from '@tenure/customer-core';
import type { Stored } from '@tenure/event-store';
import { CustomerFiguresView, TierStandingView } from './customer-overview.view';

const free = { type: 'object', additionalProperties: true } as const;

/** One event of a customer's timeline, in words. */
export class TimelineItem {
  @ApiProperty({ example: '10432' })
  readonly position!: string;

  @ApiProperty({ example: 'purchase-536365' })
  readonly stream!: string;

  @ApiProperty({ example: '0' })
  readonly revision!: string;

  @ApiProperty({ example: 'PurchaseRecorded' })
  readonly type!: string;

  @ApiProperty({ format: 'date-time', description: 'When it happened in the business.' })
  readonly occurredAt!: string;

  @ApiProperty({ format: 'date-time', description: 'When the event store wrote it.' })
  readonly recordedAt!: string;

  @ApiProperty()
  readonly actor!: string;

  @ApiProperty()
  readonly source!: string;

  @ApiProperty({ example: 'Bought for GBP 139.12 (536365, 7 lines)' })
  readonly summary!: string;
}

export function timelineItemOf({ customerId: _, ...row }: CustomerTimelineRow): TimelineItem {
  return { ...row, position: `${row.position}`, revision: `${row.revision}` };
}

export class EventMetadataView {
  @ApiPropertyOptional()
  readonly customerId?: string;

  @ApiProperty()
  readonly commandId!: string;

  @ApiProperty()
  readonly correlationId!: string;

  @ApiPropertyOptional()
  readonly causationId?: string;

  @ApiProperty()
  readonly actor!: string;

  @ApiProperty()
  readonly source!: string;

  @ApiProperty({ format: 'date-time' })
  readonly occurredAt!: string;

  @ApiProperty({ type: 'integer' })
  readonly schemaVersion!: number;
}

/** One event as it is stored. */
export class StoredEventView {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ example: 'PurchaseRecorded' })
  readonly type!: string;

  @ApiProperty()
  readonly stream!: string;

  @ApiProperty({ example: '0' })
  readonly revision!: string;

  @ApiProperty({ example: '10432' })
  readonly position!: string;

  @ApiProperty({ format: 'date-time' })
  readonly recordedAt!: string;

  @ApiProperty({ ...free, description: 'As the event was written, in its schema version.' })
  readonly data!: unknown;

  @ApiProperty({ type: EventMetadataView })
  readonly metadata!: EventMetadataView;
}

export const storedEventOf = ({ revision, position, ...event }: Stored): StoredEventView => ({
  ...event,
  revision: `${revision}`,
  position: `${position}`,
});

export class OpenCaseView {
  @ApiProperty({ enum: ['complaint', 'interaction'] })
  readonly kind!: 'complaint' | 'interaction';

  @ApiProperty()
  readonly caseId!: string;

  @ApiProperty()
  readonly subject!: string;

  @ApiProperty({ format: 'date-time' })
  readonly openedAt!: string;

  @ApiProperty({ type: String, nullable: true })
  readonly owner!: string | null;
}

class JudgedStandingView extends TierStandingView {
  @ApiProperty({ ...free, nullable: true, description: 'What the policy judged by; null under an override.' })
  readonly inputs!: object | null;
}

/** All that the events say of a customer up to a moment. */
export class CustomerAsOfView {
  @ApiProperty()
  readonly customerId!: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'What happened up to here counts.' })
  readonly asOf?: string;

  @ApiPropertyOptional({ example: '10432', description: 'What was recorded up to here counts.' })
  readonly asOfPosition?: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time', description: 'Null where not yet registered.' })
  readonly registeredAt!: string | null;

  @ApiProperty({ ...free, description: 'The fields of the profile that have a value.' })
  readonly profile!: object;

  @ApiProperty({ ...free, description: 'Where each field came from, and since when it holds.' })
  readonly origins!: object;

  @ApiProperty({ type: 'array', items: free })
  readonly contacts!: readonly object[];

  @ApiProperty({ type: 'array', items: free, description: 'What was said last on being written to.' })
  readonly consents!: readonly object[];

  @ApiProperty({ type: String, nullable: true, description: 'The id that is used in place of this one.' })
  readonly mergedInto!: string | null;

  @ApiProperty({ type: JudgedStandingView })
  readonly tier!: CustomerAsOf['tier'];

  @ApiProperty({ type: CustomerFiguresView })
  readonly figures!: CustomerAsOf['figures'];

  @ApiProperty({ type: [OpenCaseView] })
  readonly openCases!: readonly OpenCaseView[];

  @ApiProperty({ type: 'integer', description: 'How many events it was folded from.' })
  readonly events!: number;
}
