import { ApiProperty } from '@nestjs/swagger';
import {
  MEASURE_STAGES,
  MEASURE_VERDICTS,
  type MeasureAsOf,
  type MeasureStage,
  type MeasureVerdict,
} from '@tenure/improvement-contract';

const instant = { format: 'date-time' } as const;
const day = { format: 'date' } as const;

/** A measure on the board. */
export class MeasureListView {
  @ApiProperty()
  readonly measureId!: string;

  @ApiProperty()
  readonly problemId!: string;

  @ApiProperty({ description: '措施内容.' })
  readonly content!: string;

  @ApiProperty({ description: '负责人.' })
  readonly owner!: string;

  @ApiProperty({ enum: MEASURE_STAGES })
  readonly stage!: MeasureStage;

  @ApiProperty(day)
  readonly startsOn!: string;

  @ApiProperty({ ...day, description: '计划完成时间, as it was moved last.' })
  readonly dueOn!: string;

  @ApiProperty({ description: 'Not completed, nor given up, though its last day is over.' })
  readonly overdue!: boolean;

  @ApiProperty({ type: Number, nullable: true, description: 'As it was reported last.' })
  readonly percent!: number | null;

  @ApiProperty()
  readonly metricId!: string;

  @ApiProperty({ enum: MEASURE_VERDICTS, nullable: true, description: 'Null until it is verified.' })
  readonly verdict!: MeasureVerdict | null;

  @ApiProperty({ description: 'It was effective, and is so no more.' })
  readonly regressed!: boolean;

  @ApiProperty(instant)
  readonly plannedAt!: string;
}

export const measureListView = (measure: MeasureAsOf): MeasureListView => {
  const { measureId, problemId, content, owner, stage, startsOn, dueOn, overdue, percent, plannedAt } = measure;
  return {
    ...{ measureId, problemId, content, owner, stage, startsOn, dueOn, overdue, percent },
    metricId: measure.verification.metricId,
    verdict: measure.verified?.result.verdict ?? null,
    regressed: measure.regressed !== null,
    plannedAt,
  };
};
