import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class ProjectionFailure {
  @ApiProperty()
  readonly message!: string;

  @ApiProperty({ format: 'date-time' })
  readonly since!: string;
}

export class RebuildStatus {
  @ApiProperty({ type: 'integer', description: 'Events read so far.' })
  readonly events!: number;

  @ApiProperty({ example: '10432' })
  readonly position!: string;
}

/** How far a read model is. */
export class ProjectionStatusView {
  @ApiProperty({ example: 'customer-overview' })
  readonly name!: string;

  @ApiProperty({ type: 'integer' })
  readonly version!: number;

  @ApiPropertyOptional({ example: '10432', description: 'Absent where nothing was read yet.' })
  readonly position?: string;

  @ApiProperty({ type: 'integer', description: 'Events read, those that it does not look at included.' })
  readonly eventsSeen!: number;

  @ApiPropertyOptional({
    type: 'integer',
    description: 'Events behind the log; where there are more than a hundred, an estimate.',
  })
  readonly lagEvents?: number;

  @ApiPropertyOptional({ description: 'Age of the oldest event not seen, in seconds; 0 at the head of the log.' })
  readonly lagSeconds?: number;

  @ApiProperty({ format: 'date-time' })
  readonly updatedAt!: string;

  @ApiPropertyOptional({
    enum: ['stopped', 'running', 'filling', 'careful', 'failing', 'fenced'],
    description: 'Where this process keeps it up to date: what it is doing.',
  })
  readonly state?: string;

  @ApiPropertyOptional({ type: ProjectionFailure, description: 'Why it does not go on.' })
  readonly failure?: ProjectionFailure;

  @ApiProperty({ type: 'integer', description: 'Sequences that an event has parked: their rows stand still.' })
  readonly parked!: number;

  @ApiPropertyOptional({ format: 'date-time', description: 'Since when the first of them is parked.' })
  readonly oldestParkedAt?: string;

  @ApiPropertyOptional({ type: RebuildStatus, description: 'Present while this service rebuilds it.' })
  readonly rebuild?: RebuildStatus;
}

export class RebuildStarted {
  @ApiProperty({ example: 'customer-overview' })
  readonly name!: string;

  @ApiProperty({ enum: ['started', 'running'], description: '`running`: it was under way already.' })
  readonly status!: 'started' | 'running';
}
