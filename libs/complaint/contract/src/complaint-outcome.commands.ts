import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsString, Length, Max, Min, ValidateNested } from 'class-validator';
import { CONTACT_CHANNELS, IdProperty, MayBeAbsent, Money, type ContactChannel } from '@tenure/shared-contract';
import { OnComplaint } from './complaint.command';

export class ResolveComplaint extends OnComplaint {
  readonly type = 'ResolveComplaint';

  @IdProperty('Who resolved it.')
  readonly by!: string;

  @ApiProperty({ maxLength: 2_000 })
  @Length(1, 2_000)
  readonly remedy!: string;

  @ApiPropertyOptional({ type: Money })
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => Money)
  readonly compensation?: Money;

  @ApiPropertyOptional({ description: 'Whether it was in time by the word of whoever reported it.' })
  @MayBeAbsent()
  @IsBoolean()
  readonly reportedTimely?: boolean;
}

export class TellComplaintResult extends OnComplaint {
  readonly type = 'TellComplaintResult';

  @IdProperty('Who told the customer the result (反馈).')
  readonly by!: string;

  @ApiProperty({ enum: CONTACT_CHANNELS })
  @IsIn(CONTACT_CHANNELS)
  readonly channel!: ContactChannel;
}

export class FollowUpComplaint extends OnComplaint {
  readonly type = 'FollowUpComplaint';

  @IdProperty('Who asked the customer afterwards (跟进).')
  readonly by!: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 5, description: 'What the customer rated it.' })
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(5)
  readonly satisfaction?: number;
}

export class CloseComplaint extends OnComplaint {
  readonly type = 'CloseComplaint';

  @IdProperty('Who closed it.')
  readonly by!: string;

  @ApiPropertyOptional({ description: 'Whether the customer disputes the resolution.' })
  @MayBeAbsent()
  @IsBoolean()
  readonly disputed?: boolean;
}

export class ReopenComplaint extends OnComplaint {
  readonly type = 'ReopenComplaint';

  @IdProperty('Who reopened it.')
  readonly by!: string;

  @ApiProperty({ maxLength: 2_000 })
  @IsString()
  @Length(1, 2_000)
  readonly reason!: string;
}
