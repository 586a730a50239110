import { ApiProperty } from '@nestjs/swagger';
import type { FittedOn } from '@tenure/policy-contract';

/** What a model was fitted on; nothing at or after `until` was looked at. */
export class FittedOnView implements FittedOn {
  @ApiProperty({ format: 'date' })
  readonly from!: string;

  @ApiProperty({ format: 'date' })
  readonly until!: string;

  @ApiProperty({ type: 'integer', description: 'Each once for every day on which it was looked at.' })
  readonly customers!: number;

  @ApiProperty({ type: 'integer' })
  readonly lost!: number;

  @ApiProperty()
  readonly logLikelihood!: number;
}
