import { ApiProperty } from '@nestjs/swagger';
import { NO_STAGE } from '@tenure/policy-contract';
import { LIFECYCLE_STAGES } from '@tenure/shared-contract';
import { StageCount } from './stage-board.view';

export class StageFlowView {
  @ApiProperty({ enum: [NO_STAGE, ...LIFECYCLE_STAGES] })
  readonly from!: string;

  @ApiProperty({ enum: LIFECYCLE_STAGES })
  readonly to!: string;

  @ApiProperty({ type: 'integer', description: 'How often somebody went that way.' })
  readonly customers!: number;
}

export class MonthOfFlows {
  @ApiProperty({ example: '2011-06', description: 'UTC.' })
  readonly month!: string;

  @ApiProperty({ type: [StageFlowView] })
  readonly flows!: readonly StageFlowView[];

  @ApiProperty({ type: [StageCount], description: 'At the end of the month.' })
  readonly stages!: readonly StageCount[];
}

export class StageFlowsView {
  @ApiProperty({ type: [MonthOfFlows], description: 'The oldest first.' })
  readonly months!: readonly MonthOfFlows[];
}
