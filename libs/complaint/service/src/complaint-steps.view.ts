import { ApiProperty } from '@nestjs/swagger';
import type { LimitedStep } from './case.steps';

const STEPS = ['inquiry', 'acceptance', 'resolution', 'feedback', 'follow-up'] as const;
const STATES = ['done', 'in-progress', 'on-hold', 'to-come', 'left-out'] as const;

export class TextView {
  @ApiProperty({ example: '受理' })
  readonly zh!: string;

  @ApiProperty({ example: 'Accepted' })
  readonly en!: string;
}

export class StandardView {
  @ApiProperty({ example: 'service-standard' })
  readonly policyId!: string;

  @ApiProperty({ type: 'integer' })
  readonly version!: number;
}

/** One of 咨询→受理→解决→反馈→跟进. */
export class ComplaintStepView implements LimitedStep {
  @ApiProperty({ enum: STEPS })
  readonly step!: LimitedStep['step'];

  @ApiProperty({ type: TextView })
  readonly title!: TextView;

  @ApiProperty({ enum: STATES, description: '`left-out`: passed over; it may still be done.' })
  readonly state!: LimitedStep['state'];

  @ApiProperty({ type: TextView })
  readonly stateText!: TextView;

  @ApiProperty({ description: 'Who did it; before that, who answers for it.' })
  readonly owner!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly doneAt!: string | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Null also while its clock is paused.',
  })
  readonly dueAt!: string | null;

  @ApiProperty({ type: StandardView, nullable: true, description: 'What the limit follows from; null where agreed.' })
  readonly standard!: StandardView | null;

  @ApiProperty({ type: Boolean, nullable: true, description: 'Whether it is, or was done, past its limit.' })
  readonly late!: boolean | null;
}
