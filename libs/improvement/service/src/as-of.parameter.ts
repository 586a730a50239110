import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsInstant, MayBeAbsent } from '@tenure/shared-contract';

/** Query of what was known at a moment. */
export class AsOfQuery {
  @ApiPropertyOptional({ format: 'date-time', description: 'What was known at this moment; now unless given.' })
  @MayBeAbsent()
  @IsInstant()
  readonly asOf?: string;
}
