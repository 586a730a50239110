import { ApiProperty } from '@nestjs/swagger';
import type { ComplaintQueueRow } from '@tenure/complaint-core';

const text = { type: String, nullable: true } as const;
const instant = { ...text, format: 'date-time' } as const;

export const COMPLAINT_STATUSES = ['open', 'resolved', 'closed'] as const;

/** One case, where it stands and when it got there. */
export class ComplaintView {
  @ApiProperty()
  readonly complaintId!: string;

  @ApiProperty()
  readonly customerId!: string;

  @ApiProperty({ enum: COMPLAINT_STATUSES })
  readonly status!: (typeof COMPLAINT_STATUSES)[number];

  @ApiProperty({ description: 'Who answers for it now.' })
  readonly owner!: string;

  @ApiProperty({ ...text, description: 'Who was asked to take it over and has not accepted.' })
  readonly offeredTo!: string | null;

  @ApiProperty({ example: 'phone' })
  readonly channel!: string;

  @ApiProperty()
  readonly subject!: string;

  @ApiProperty(text)
  readonly product!: string | null;

  @ApiProperty(text)
  readonly issueType!: string | null;

  @ApiProperty({ format: 'date-time' })
  readonly openedAt!: string;

  @ApiProperty({ ...instant, description: 'The first acceptance by a named person.' })
  readonly acceptedAt!: string | null;

  @ApiProperty(instant)
  readonly firstRespondedAt!: string | null;

  @ApiProperty({ ...instant, description: 'Null again once the case is reopened, as are remedy, close and dispute.' })
  readonly resolvedAt!: string | null;

  @ApiProperty(text)
  readonly remedy!: string | null;

  @ApiProperty(instant)
  readonly closedAt!: string | null;

  @ApiProperty({ type: Boolean, nullable: true })
  readonly disputed!: boolean | null;

  @ApiProperty(instant)
  readonly reopenedAt!: string | null;

  @ApiProperty({ type: 'integer' })
  readonly reopenings!: number;

  @ApiProperty({ example: '10432', description: 'Of the newest event in it.' })
  readonly position!: string;
}

export const viewOf = (row: ComplaintQueueRow): ComplaintView => ({ ...row, position: `${row.position}` });
