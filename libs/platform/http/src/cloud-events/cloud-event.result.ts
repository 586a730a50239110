import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ProblemDetails } from '../problem.details';
import { WriteAnswer } from '../write.answer';

/** What became of one event of a batch. */
export class CloudEventResult {
  @ApiProperty({ type: 'integer', description: 'Its place in the batch, from 0.' })
  readonly index!: number;

  @ApiPropertyOptional()
  readonly id?: string;

  @ApiPropertyOptional()
  readonly source?: string;

  @ApiProperty({ type: 'integer', description: 'The status that it would have had alone.' })
  readonly status!: number;

  @ApiPropertyOptional({ type: WriteAnswer, description: 'Present where it was taken.' })
  readonly answer?: WriteAnswer;

  @ApiPropertyOptional({ type: ProblemDetails, description: 'Present where it was not.' })
  readonly problem?: ProblemDetails;
}

/** What became of a batch: one result an event, in the order of the batch. */
export class CloudEventBatchResult {
  @ApiProperty({ type: 'integer' })
  readonly accepted!: number;

  @ApiProperty({ type: 'integer', description: 'Taken before, or nothing had to change.' })
  readonly known!: number;

  @ApiProperty({ type: 'integer' })
  readonly rejected!: number;

  @ApiPropertyOptional({ description: 'The newest position of the events taken: wait for it to see all of them.' })
  readonly position?: string;

  @ApiProperty({ type: [CloudEventResult] })
  readonly results!: readonly CloudEventResult[];
}
