import { ApiProperty } from '@nestjs/swagger';
import type { Facts } from '@tenure/behaviour-contract';
import type { ReachedMilestone, ToldDate } from '@tenure/lifecycle-core';
import { FACT_DATES, NO_STAGE } from '@tenure/policy-contract';
import { LIFECYCLE_STAGES, type LifecycleStage } from '@tenure/shared-contract';
import { BothLanguages, StagedCustomerView } from './staged-customer.view';

/** A stage as it was entered: what was judged then stays as it was. */
export class StageStayView {
  @ApiProperty({ enum: LIFECYCLE_STAGES })
  readonly stage!: LifecycleStage;

  @ApiProperty({ enum: [NO_STAGE, ...LIFECYCLE_STAGES] })
  readonly from!: LifecycleStage | typeof NO_STAGE;

  @ApiProperty({ format: 'date-time' })
  readonly enteredAt!: string;

  @ApiProperty({ type: BothLanguages })
  readonly reason!: BothLanguages;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'The facts that the rule asks for, as they were.',
  })
  readonly inputs!: Facts;

  @ApiProperty()
  readonly ruleId!: string;

  @ApiProperty()
  readonly policyId!: string;

  @ApiProperty({ type: 'integer' })
  readonly policyVersion!: number;

  @ApiProperty({ description: 'Id of the event that brought it about, or `time`, or `policy`.' })
  readonly cause!: string;
}

export class ReachedMilestoneView implements ReachedMilestone {
  @ApiProperty()
  readonly milestoneId!: string;

  @ApiProperty({ type: 'integer' })
  readonly times!: number;

  @ApiProperty({ format: 'date-time', description: 'The last time.' })
  readonly reachedAt!: string;
}

export class ToldDateView implements ToldDate {
  @ApiProperty()
  readonly dateId!: string;

  @ApiProperty({ enum: FACT_DATES })
  readonly of!: ToldDate['of'];

  @ApiProperty({ format: 'date' })
  readonly day!: string;

  @ApiProperty({ format: 'date-time' })
  readonly dueAt!: string;
}

/** In which stage a customer is and why, and how they came there. */
export class CustomerLifecycleView extends StagedCustomerView {
  @ApiProperty({ type: [StageStayView], description: 'The newest first.' })
  readonly stays!: readonly StageStayView[];

  @ApiProperty({ type: [ReachedMilestoneView] })
  readonly milestones!: readonly ReachedMilestoneView[];

  @ApiProperty({ type: [ToldDateView], description: 'Days of the customer’s own that were told of, the newest 20.' })
  readonly dates!: readonly ToldDateView[];

  @ApiProperty({ format: 'date-time', description: 'When the first stage was entered.' })
  readonly arrivedAt!: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time', description: 'Lost for the first time.' })
  readonly churnedAt!: string | null;

  @ApiProperty({ example: '10432', description: 'Of the newest event in it.' })
  readonly position!: string;
}
