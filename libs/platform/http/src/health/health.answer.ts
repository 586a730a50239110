import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class Liveness {
  @ApiProperty({ enum: ['live'] })
  readonly status!: 'live';
}

export class HealthCheck {
  @ApiProperty({ example: 'event-store' })
  readonly name!: string;

  @ApiProperty({ enum: ['up', 'down'] })
  readonly status!: 'up' | 'down';

  @ApiPropertyOptional({ description: 'Why it is down.' })
  readonly detail?: string;
}

export class Health {
  @ApiProperty({ enum: ['ready', 'not-ready'] })
  readonly status!: 'ready' | 'not-ready';

  @ApiProperty({ type: [HealthCheck] })
  readonly checks!: readonly HealthCheck[];
}
