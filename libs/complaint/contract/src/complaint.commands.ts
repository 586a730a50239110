import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsString, Length, MaxLength, ValidateNested } from 'class-validator';
import {
  Command,
  CONTACT_CHANNELS,
  IdProperty,
  MayBeAbsent,
  Money,
  type CommandDescription,
  type ContactChannel,
} from '@tenure/shared-contract';

abstract class OnComplaint extends Command {
  @IdProperty('Id of the complaint, chosen by the sender.')
  readonly complaintId!: string;
}

export class OpenComplaint extends OnComplaint {
  readonly type = 'OpenComplaint';

  @IdProperty('The customer who complains.')
  readonly customerId!: string;

  @ApiProperty({ enum: CONTACT_CHANNELS })
  @IsIn(CONTACT_CHANNELS)
  readonly channel!: ContactChannel;

  @ApiProperty({ maxLength: 500 })
  @Length(1, 500)
  readonly subject!: string;

  @ApiPropertyOptional({ maxLength: 20_000 })
  @MayBeAbsent()
  @MaxLength(20_000)
  readonly description?: string;

  @ApiPropertyOptional({ maxLength: 200 })
  @MayBeAbsent()
  @MaxLength(200)
  readonly product?: string;

  @ApiPropertyOptional({ maxLength: 200 })
  @MayBeAbsent()
  @MaxLength(200)
  readonly issueType?: string;

  @IdProperty('Who was asked first, and owns the case until a named person accepts it.')
  readonly receivedBy!: string;
}

export class OfferComplaintHandOver extends OnComplaint {
  readonly type = 'OfferComplaintHandOver';

  @IdProperty('The person who is asked to take the case over.')
  readonly to!: string;
}

export class AcceptComplaint extends OnComplaint {
  readonly type = 'AcceptComplaint';

  @IdProperty('The person who takes the case.')
  readonly by!: string;
}

export class RespondToComplaint extends OnComplaint {
  readonly type = 'RespondToComplaint';

  @IdProperty('Who answered the customer.')
  readonly by!: string;

  @ApiProperty({ maxLength: 20_000 })
  @Length(1, 20_000)
  readonly message!: string;
}

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

export type ComplaintCommand =
  | OpenComplaint
  | OfferComplaintHandOver
  | AcceptComplaint
  | RespondToComplaint
  | ResolveComplaint
  | CloseComplaint
  | ReopenComplaint;

export const complaintCommands: readonly CommandDescription<ComplaintCommand>[] = [
  { command: OpenComplaint, cloudEventType: 'tenure.complaint.opened' },
  { command: OfferComplaintHandOver, cloudEventType: 'tenure.complaint.hand-over-offered' },
  { command: AcceptComplaint, cloudEventType: 'tenure.complaint.accepted' },
  { command: RespondToComplaint, cloudEventType: 'tenure.complaint.responded' },
  { command: ResolveComplaint, cloudEventType: 'tenure.complaint.resolved' },
  { command: CloseComplaint, cloudEventType: 'tenure.complaint.closed' },
  { command: ReopenComplaint, cloudEventType: 'tenure.complaint.reopened' },
];
