import { ApiProperty } from '@nestjs/swagger';

const minor = { type: 'integer', description: 'Minor units of the currency.' } as const;

export class DiscretionEntryView {
  @ApiProperty()
  readonly entryId!: string;

  @ApiProperty()
  readonly remedyId!: string;

  @ApiProperty()
  readonly complaintId!: string;

  @ApiProperty({ ...minor, description: 'Positive is spent, negative came back.' })
  readonly amountMinor!: number;

  @ApiProperty({ format: 'date-time' })
  readonly bookedAt!: string;

  @ApiProperty({ example: '10432' })
  readonly position!: string;
}

/** What a person may give on top of the standard in a period; the entries add up to what is spent. */
export class DiscretionView {
  @ApiProperty()
  readonly personId!: string;

  @ApiProperty({ example: '2026-11' })
  readonly period!: string;

  @ApiProperty({ example: 'CNY' })
  readonly currency!: string;

  @ApiProperty({ description: 'On top of the standard compensation, without approval.' })
  readonly discretionPercent!: number;

  @ApiProperty(minor)
  readonly budgetMinor!: number;

  @ApiProperty(minor)
  readonly spentMinor!: number;

  @ApiProperty(minor)
  readonly remainingMinor!: number;

  @ApiProperty()
  readonly policyId!: string;

  @ApiProperty({ type: 'integer' })
  readonly policyVersion!: number;

  @ApiProperty({ type: [DiscretionEntryView] })
  readonly entries!: readonly DiscretionEntryView[];
}
