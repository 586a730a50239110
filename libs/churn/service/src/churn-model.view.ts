import { ApiProperty } from '@nestjs/swagger';
import { WriteAnswer } from '@tenure/http';
import type { ChurnModelContent, Logistic, MbgNbd } from '@tenure/policy-contract';
import { FittedOnView } from './fitted-on.view';

export const METHODS = ['scorecard', 'mbg-nbd', 'logistic'] as const;

/** A published version of the model. */
export class ChurnModelView {
  @ApiProperty({ type: 'integer' })
  readonly version!: number;

  @ApiProperty({ enum: METHODS })
  readonly method!: ChurnModelContent['model']['method'];

  @ApiProperty({ type: 'integer', description: 'Lost is who is gone for so long.' })
  readonly horizonDays!: number;

  @ApiProperty({ format: 'date-time' })
  readonly effectiveFrom!: string;

  @ApiProperty({ format: 'date-time' })
  readonly publishedAt!: string;

  @ApiProperty({ description: 'Who published it.' })
  readonly by!: string;

  @ApiProperty({ description: 'Whether customers are scored by it now.' })
  readonly inForce!: boolean;

  @ApiProperty({ type: FittedOnView, nullable: true, description: 'Null where people have written it.' })
  readonly fitted!: FittedOnView | null;
}

/** The model that was fitted, and where it was set down as a draft. */
export class FitAnswer extends WriteAnswer {
  @ApiProperty({ type: 'integer', description: 'The version that the draft is of.' })
  readonly version!: number;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'As it stands in the content of the draft.' })
  readonly model!: Logistic | MbgNbd;

  @ApiProperty({ type: 'integer' })
  readonly horizonDays!: number;

  @ApiProperty({ type: [String], description: 'The days on which customers were looked at, the newest first.' })
  readonly days!: readonly string[];

  @ApiProperty({ example: 1, description: 'Of all customers; less than 1 where there are very many.' })
  readonly share!: number;
}
