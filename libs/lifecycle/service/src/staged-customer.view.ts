import { ApiProperty } from '@nestjs/swagger';
import { LIFECYCLE_STAGES, RISK_BANDS, type LifecycleStage, type RiskBand } from '@tenure/shared-contract';

const text = { type: String, nullable: true } as const;
const instant = { ...text, format: 'date-time' } as const;

export class BothLanguages {
  @ApiProperty()
  readonly zh!: string;

  @ApiProperty()
  readonly en!: string;
}

/** A customer in a stage, as a list has it. */
export class StagedCustomerView {
  @ApiProperty()
  readonly customerId!: string;

  @ApiProperty({ enum: LIFECYCLE_STAGES })
  readonly stage!: LifecycleStage;

  @ApiProperty({ format: 'date-time' })
  readonly since!: string;

  @ApiProperty({ type: BothLanguages, nullable: true, description: 'Why the stage was entered.' })
  readonly reason!: BothLanguages | null;

  @ApiProperty({ ...text, example: 'A' })
  readonly tier!: string | null;

  @ApiProperty({ ...text, enum: RISK_BANDS })
  readonly band!: RiskBand | null;

  @ApiProperty({ type: Number, nullable: true, description: '0–100, of the score that led to the band.' })
  readonly score!: number | null;

  @ApiProperty({ ...instant, description: 'When time alone may change the stage; null where it never does.' })
  readonly nextReviewAt!: string | null;
}
