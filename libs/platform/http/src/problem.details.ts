import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** One wrong place in what was sent. */
export class FieldProblem {
  @ApiProperty({ example: 'lines[3].quantity', description: 'The field, header or parameter that is wrong.' })
  readonly path!: string;

  @ApiProperty({ example: 'quantity must be an integer number' })
  readonly message!: string;
}

/** A projection that has not yet reached the position that a read was asked to wait for. */
export class LaggingProjection {
  @ApiProperty({ example: 'customer-overview' })
  readonly projection!: string;

  @ApiPropertyOptional({ example: '10432', description: 'Where it stands; absent where it has not started.' })
  readonly position?: string;
}

/** An error as RFC 9457 has it, sent as `application/problem+json`. */
export class ProblemDetails {
  @ApiProperty({ example: 'urn:tenure:problem:invalid-command', description: 'Names the kind of problem; stable.' })
  readonly type!: string;

  @ApiProperty({ example: 'The command is not valid' })
  readonly title!: string;

  @ApiProperty({ type: 'integer', example: 422 })
  readonly status!: number;

  @ApiProperty({ description: 'What went wrong this time, for people.' })
  readonly detail!: string;

  @ApiPropertyOptional({ example: '/customers', description: 'The request that it is about.' })
  readonly instance?: string;

  @ApiPropertyOptional({ type: [FieldProblem], description: 'Every wrong place, where the problem has places.' })
  readonly errors?: readonly FieldProblem[];

  @ApiPropertyOptional({ description: 'The id under which the refused command was sent.' })
  readonly commandId?: string;

  @ApiPropertyOptional({ type: [LaggingProjection], description: 'What a read waited for in vain.' })
  readonly lagging?: readonly LaggingProjection[];

  @ApiPropertyOptional({ type: 'integer', description: 'When trying again makes sense; as the Retry-After header.' })
  readonly retryAfterSeconds?: number;
}

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';
