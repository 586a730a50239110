import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, Length } from 'class-validator';
import { IdProperty, MayBeAbsent, PAUSE_REASON_KINDS, type PauseReasonKind } from '@tenure/shared-contract';
import { OnComplaint } from './complaint.command';

export class RespondToComplaint extends OnComplaint {
  readonly type = 'RespondToComplaint';

  @IdProperty('Who answered the customer.')
  readonly by!: string;

  @ApiProperty({ maxLength: 20_000 })
  @Length(1, 20_000)
  readonly message!: string;
}

export class HoldComplaint extends OnComplaint {
  readonly type = 'HoldComplaint';

  @ApiProperty({ enum: PAUSE_REASON_KINDS })
  @IsIn(PAUSE_REASON_KINDS)
  readonly reasonKind!: PauseReasonKind;

  @ApiProperty({ maxLength: 2_000 })
  @Length(1, 2_000)
  readonly reason!: string;

  @IdProperty('Who held it.')
  readonly by!: string;
}

export class ContinueComplaint extends OnComplaint {
  readonly type = 'ContinueComplaint';

  @IdProperty('Who took it up again.')
  readonly by!: string;
}

export class RequestInternalHelp extends OnComplaint {
  readonly type = 'RequestInternalHelp';

  @IdProperty('Id of the request, unique in its case.')
  readonly helpId!: string;

  @IdProperty('The person or team who is asked.')
  readonly from!: string;

  @ApiProperty({ maxLength: 2_000 })
  @Length(1, 2_000)
  readonly question!: string;

  @IdProperty('Who asks.')
  readonly by!: string;
}

export class AnswerInternalHelp extends OnComplaint {
  readonly type = 'AnswerInternalHelp';

  @IdProperty('Id of the request that is answered.')
  readonly helpId!: string;

  @IdProperty('Who answers.')
  readonly by!: string;

  @ApiPropertyOptional({ maxLength: 2_000 })
  @MayBeAbsent()
  @Length(1, 2_000)
  readonly answer?: string;
}
