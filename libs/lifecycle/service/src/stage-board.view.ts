import { ApiProperty } from '@nestjs/swagger';
import { LIFECYCLE_STAGES, RISK_BANDS, type LifecycleStage, type RiskBand } from '@tenure/shared-contract';

export class StageCount {
  @ApiProperty({ enum: LIFECYCLE_STAGES })
  readonly stage!: LifecycleStage;

  @ApiProperty({ type: 'integer' })
  readonly customers!: number;
}

export class StageBoardCell extends StageCount {
  @ApiProperty({ type: String, nullable: true, example: 'A', description: 'Null for those without a tier.' })
  readonly tier!: string | null;

  @ApiProperty({ type: String, nullable: true, enum: RISK_BANDS, description: 'Null for those never scored.' })
  readonly band!: RiskBand | null;
}

/** How many customers are in each stage. */
export class StageBoardView {
  @ApiProperty({ format: 'date-time' })
  readonly at!: string;

  @ApiProperty({ type: 'integer', description: 'In any stage.' })
  readonly customers!: number;

  @ApiProperty({ type: [StageCount] })
  readonly stages!: readonly StageCount[];

  @ApiProperty({ type: [StageBoardCell], description: 'By stage, tier and risk; those without anybody are left out.' })
  readonly cells!: readonly StageBoardCell[];
}
