import { ApiProperty } from '@nestjs/swagger';
import type { ComplaintQueueRow } from '@tenure/complaint-core';
import {
  CASE_TYPES,
  COMPLEXITIES,
  PAUSE_REASON_KINDS,
  URGENCIES,
  type CaseType,
  type Complexity,
  type PauseReasonKind,
  type Urgency,
} from '@tenure/shared-contract';

const text = { type: String, nullable: true } as const;
const instant = { ...text, format: 'date-time' } as const;

export const COMPLAINT_STATUSES = ['open', 'resolved', 'closed'] as const;

/** A colleague or a team that was asked for help. */
export class HelpRequestView {
  @ApiProperty()
  readonly helpId!: string;

  @ApiProperty({ description: 'Who is asked.' })
  readonly from!: string;

  @ApiProperty()
  readonly question!: string;

  @ApiProperty({ description: 'Who asks.' })
  readonly by!: string;

  @ApiProperty({ format: 'date-time' })
  readonly requestedAt!: string;

  @ApiProperty(instant)
  readonly answeredAt!: string | null;

  @ApiProperty(text)
  readonly answeredBy!: string | null;
}

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

  @ApiProperty({ ...text, description: 'Who accepted it first.' })
  readonly acceptedBy!: string | null;

  @ApiProperty({ description: 'Who was asked first.' })
  readonly receivedBy!: string;

  @ApiProperty({ enum: CASE_TYPES })
  readonly caseType!: CaseType;

  @ApiProperty({ enum: URGENCIES })
  readonly urgency!: Urgency;

  @ApiProperty({ enum: COMPLEXITIES })
  readonly complexity!: Complexity;

  @ApiProperty({ ...text, description: 'The policy that it is judged by, where that is not the usual one.' })
  readonly serviceStandard!: string | null;

  @ApiProperty({ ...instant, description: 'When it is due by agreement.' })
  readonly agreedDueAt!: string | null;

  @ApiProperty({ ...instant, description: 'Since when it is held; null while it is worked on.' })
  readonly heldAt!: string | null;

  @ApiProperty({ enum: PAUSE_REASON_KINDS, nullable: true })
  readonly heldFor!: PauseReasonKind | null;

  @ApiProperty({ type: 'integer' })
  readonly holds!: number;

  @ApiProperty({ type: [HelpRequestView] })
  readonly help!: readonly HelpRequestView[];

  @ApiProperty(instant)
  readonly firstRespondedAt!: string | null;

  @ApiProperty({ ...instant, description: 'Null again once the case is reopened, as are remedy, close and dispute.' })
  readonly resolvedAt!: string | null;

  @ApiProperty(text)
  readonly resolvedBy!: string | null;

  @ApiProperty(text)
  readonly remedy!: string | null;

  @ApiProperty({ type: Boolean, nullable: true, description: 'In time by the word of whoever reported it.' })
  readonly reportedTimely!: boolean | null;

  @ApiProperty({ ...instant, description: '反馈: when the customer was told the result.' })
  readonly toldAt!: string | null;

  @ApiProperty(text)
  readonly toldBy!: string | null;

  @ApiProperty({ ...instant, description: '跟进: when the customer was asked afterwards.' })
  readonly followedUpAt!: string | null;

  @ApiProperty(text)
  readonly followedUpBy!: string | null;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: 5, nullable: true })
  readonly satisfaction!: number | null;

  @ApiProperty(instant)
  readonly closedAt!: string | null;

  @ApiProperty({ type: Boolean, nullable: true })
  readonly disputed!: boolean | null;

  @ApiProperty({ ...text, description: 'The case that is worked on in place of this one.' })
  readonly duplicateOf!: string | null;

  @ApiProperty(instant)
  readonly reopenedAt!: string | null;

  @ApiProperty({ type: 'integer' })
  readonly reopenings!: number;

  @ApiProperty({ example: '10432', description: 'Of the newest event in it.' })
  readonly position!: string;
}

export const viewOf = (row: ComplaintQueueRow): ComplaintView => ({ ...row, position: `${row.position}` });
