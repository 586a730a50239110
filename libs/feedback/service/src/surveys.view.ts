import { ApiProperty } from '@nestjs/swagger';
import { TextFields } from '@tenure/policy-contract';
import type { SurveyOccasion } from '@tenure/policy-contract';
import type { Text } from '@tenure/shared-contract';

const whole = { type: 'integer' } as const;

/** A survey, and what came of it so far. */
export class SurveyView {
  @ApiProperty()
  readonly surveyId!: string;

  @ApiProperty({ type: TextFields })
  readonly title!: Text;

  @ApiProperty({ ...whole, nullable: true, description: 'Null where none is in force now.' })
  readonly version!: number | null;

  @ApiProperty({ type: String, enum: ['after-service', 'quarterly', 'on-request'] })
  readonly occasion!: SurveyOccasion['kind'];

  @ApiProperty(whole)
  readonly questions!: number;

  @ApiProperty({ ...whole, description: 'A customer is asked by it once in so many days at most.' })
  readonly restDays!: number;

  @ApiProperty({ ...whole, description: 'How long an invitation can be answered.' })
  readonly openDays!: number;

  @ApiProperty(whole)
  readonly invited!: number;

  @ApiProperty(whole)
  readonly answered!: number;
}
