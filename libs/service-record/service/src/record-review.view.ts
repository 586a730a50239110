import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class SampleStratumView {
  @ApiProperty({ example: 'A' })
  readonly tier!: string;

  @ApiProperty({ type: 'integer', description: 'Records of the week.' })
  readonly population!: number;

  @ApiProperty({ type: 'integer', description: 'How many of them are in the sample.' })
  readonly drawn!: number;
}

export class ReviewedRecordView {
  @ApiProperty()
  readonly recordId!: string;

  @ApiProperty()
  readonly customerId!: string;

  @ApiProperty({ example: 'A' })
  readonly tier!: string;

  @ApiPropertyOptional({ description: 'Absent until it is reviewed, as are scores and remark.' })
  readonly reviewedBy?: string;

  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'integer' } })
  readonly scores?: Readonly<Record<string, number>>;

  @ApiPropertyOptional()
  readonly remark?: string;
}

/** One week's sample and what its reviews found. */
export class RecordReviewView {
  @ApiProperty({ example: '2026-W47' })
  readonly week!: string;

  @ApiProperty({ description: 'With it and the records of the week the draw can be repeated.' })
  readonly seed!: string;

  @ApiProperty()
  readonly policyId!: string;

  @ApiProperty({ type: 'integer' })
  readonly policyVersion!: number;

  @ApiProperty({ format: 'date-time' })
  readonly drawnAt!: string;

  @ApiProperty()
  readonly drawnBy!: string;

  @ApiProperty({ type: [SampleStratumView] })
  readonly strata!: readonly SampleStratumView[];

  @ApiProperty({ type: [ReviewedRecordView] })
  readonly sample!: readonly ReviewedRecordView[];

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'number' },
    description: 'The mean score of each dimension over the records that are reviewed.',
  })
  readonly meanScores!: Readonly<Record<string, number>>;
}
