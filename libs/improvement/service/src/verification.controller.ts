import { Body, Controller, HttpCode, HttpStatus, Inject, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { QueryPipe, ReadOperation } from '@tenure/http';
import { MEASURE_VERDICTS, VerificationPlanFields, type MeasureVerdict } from '@tenure/improvement-contract';
import { MetricIntervalView, MetricValueView } from '@tenure/metric-contract';
import { TextFields } from '@tenure/policy-contract';
import { IsDay } from '@tenure/shared-contract';
import { Type } from 'class-transformer';
import { IsDefined, ValidateNested } from 'class-validator';
import { measureRejectionStatuses } from './measure.statuses';
import { VerificationSimulation, type SimulatedVerification } from './verification.simulation';

export class SimulateMeasureBody {
  @ApiProperty({ format: 'date' })
  @IsDay()
  readonly startsOn!: string;

  @ApiProperty({ format: 'date' })
  @IsDay()
  readonly dueOn!: string;

  @ApiProperty({ type: VerificationPlanFields })
  @IsDefined()
  @ValidateNested()
  @Type(() => VerificationPlanFields)
  readonly verification!: VerificationPlanFields;
}

class VerificationPolicyView {
  @ApiProperty()
  readonly policyId!: string;

  @ApiProperty({ type: 'integer' })
  readonly version!: number;
}

export class VerificationResultView {
  @ApiProperty({ enum: MEASURE_VERDICTS })
  readonly verdict!: MeasureVerdict;

  @ApiProperty({ type: MetricValueView })
  readonly baseline!: MetricValueView;

  @ApiProperty({ type: MetricValueView })
  readonly observed!: MetricValueView;

  @ApiProperty({ type: Number, nullable: true, description: 'Observed less baseline; shares in percentage points.' })
  readonly difference!: number | null;

  @ApiProperty({ type: MetricIntervalView, nullable: true, description: 'Of the difference.' })
  readonly interval!: MetricIntervalView | null;

  @ApiProperty({ example: 95 })
  readonly confidencePercent!: number;

  @ApiProperty({ enum: ['newcombe', 'welch'] })
  readonly test!: string;

  @ApiProperty({ type: Boolean, nullable: true })
  readonly targetReached!: boolean | null;

  @ApiProperty({ type: TextFields })
  readonly reason!: TextFields;

  @ApiProperty({ type: VerificationPolicyView })
  readonly policy!: VerificationPolicyView;
}

export class SimulatedVerificationView {
  @ApiProperty({ type: VerificationResultView })
  readonly result!: VerificationResultView;

  @ApiProperty({
    type: [VerificationResultView],
    description: 'What would have been found of an effective one later, against what was observed then.',
  })
  readonly later!: readonly VerificationResultView[];
}

@ApiTags('measures')
@Controller('measures')
export class VerificationController {
  constructor(@Inject(VerificationSimulation) private readonly simulation: VerificationSimulation) {}

  @Post('simulate')
  @HttpCode(HttpStatus.OK)
  @ReadOperation({
    id: 'simulateMeasure',
    summary: 'What a measure would have been found to be worth, by data that are there',
    description: 'On any date in history, by the same rules as a real one. Nothing is recorded.',
    answer: SimulatedVerificationView,
    body: SimulateMeasureBody,
    statuses: measureRejectionStatuses,
  })
  simulate(@Body(QueryPipe) body: SimulateMeasureBody): Promise<SimulatedVerification> {
    return this.simulation.run(body);
  }
}
