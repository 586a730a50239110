import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type {
  JourneySimulation,
  SimulatedMonth,
  SimulatedRun,
  SimulatedRunStep,
  SimulatedStep,
} from '@tenure/journey-core';

const GROUPS = ['treated', 'held-out'] as const;
const SUPPRESSIONS = ['no-consent', 'no-address', 'frequency-cap'] as const;
const counts = { type: 'object', additionalProperties: { type: 'integer' } } as const;
const whole = { type: 'integer' } as const;

export class SimulatedStepView implements SimulatedStep {
  @ApiProperty()
  readonly stepId!: string;

  @ApiProperty({ enum: ['message', 'wait', 'branch', 'task', 'voucher', 'survey'] })
  readonly kind!: SimulatedStep['kind'];

  @ApiProperty(whole)
  readonly taken!: number;

  @ApiProperty({
    ...counts,
    description: `Of them: nothing would have been sent, by reason: ${SUPPRESSIONS.join(', ')}.`,
  })
  readonly suppressed!: SimulatedStep['suppressed'];
}

export class SimulatedMonthView implements SimulatedMonth {
  @ApiProperty({ example: '2011-10', description: 'Of UTC.' })
  readonly month!: string;

  @ApiProperty(whole)
  readonly entered!: number;

  @ApiProperty({ ...whole, description: 'Messages, surveys and vouchers.' })
  readonly sent!: number;

  @ApiProperty(whole)
  readonly tasks!: number;

  @ApiProperty(whole)
  readonly suppressed!: number;
}

export class SimulatedRunStepView implements SimulatedRunStep {
  @ApiProperty()
  readonly stepId!: string;

  @ApiProperty({ enum: ['message', 'wait', 'branch', 'task', 'voucher', 'survey', 'suppressed'] })
  readonly kind!: SimulatedRunStep['kind'];

  @ApiProperty({ format: 'date-time' })
  readonly at!: string;

  @ApiPropertyOptional({ enum: SUPPRESSIONS, description: 'Why nothing would have been sent.' })
  readonly suppressed?: SimulatedRunStep['suppressed'];
}

export class SimulatedRunView implements SimulatedRun {
  @ApiProperty()
  readonly customerId!: string;

  @ApiProperty({ enum: GROUPS })
  readonly group!: SimulatedRun['group'];

  @ApiProperty({ format: 'date-time' })
  readonly enteredAt!: string;

  @ApiProperty({ type: [SimulatedRunStepView] })
  readonly steps!: readonly SimulatedRunStepView[];

  @ApiPropertyOptional({ enum: ['completed', 'exit-condition', 'customer-merged', 'journey-withdrawn'] })
  readonly ended?: SimulatedRun['ended'];

  @ApiPropertyOptional({ format: 'date-time' })
  readonly endedAt?: string;
}

class EnteredView {
  @ApiProperty(whole)
  readonly treated!: number;

  @ApiProperty({ ...whole, description: 'Left alone to compare with.' })
  readonly 'held-out'!: number;
}

/** Whom a journey would have reached and when. Nothing is sent, and nothing recorded. */
export class SimulationView implements JourneySimulation {
  @ApiProperty()
  readonly journeyId!: string;

  @ApiProperty(whole)
  readonly version!: number;

  @ApiProperty({ description: 'Not published yet.' })
  readonly isDraft!: boolean;

  @ApiProperty({ format: 'date-time' })
  readonly from!: string;

  @ApiProperty({ format: 'date-time' })
  readonly until!: string;

  @ApiProperty({ ...whole, description: 'Customers of whom anything is recorded.' })
  readonly customers!: number;

  @ApiProperty({ ...whole, description: 'Of them: those who would have entered.' })
  readonly reached!: number;

  @ApiProperty({ type: EnteredView, description: 'Entries; a customer may enter more than once.' })
  readonly entered!: EnteredView;

  @ApiProperty({ ...counts, description: 'Entries that would have been refused, by reason.' })
  readonly refused!: JourneySimulation['refused'];

  @ApiProperty({ ...counts, description: 'Runs that would have ended, by reason.' })
  readonly ended!: JourneySimulation['ended'];

  @ApiProperty({ type: [SimulatedStepView], description: 'In the order in which they stand in the journey.' })
  readonly steps!: readonly SimulatedStepView[];

  @ApiProperty({ type: [SimulatedMonthView] })
  readonly months!: readonly SimulatedMonthView[];

  @ApiProperty({ type: [SimulatedRunView], description: 'At most a hundred.' })
  readonly examples!: readonly SimulatedRunView[];

  @ApiProperty({ type: [String], description: 'What has to be known to read the numbers; English sentences.' })
  readonly notes!: readonly string[];
}
