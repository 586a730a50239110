import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, Length, MaxLength } from 'class-validator';
import {
  CASE_TYPES,
  COMPLEXITIES,
  CONTACT_CHANNELS,
  IdProperty,
  IsId,
  IsInstant,
  MayBeAbsent,
  URGENCIES,
  type CaseType,
  type Complexity,
  type ContactChannel,
  type Urgency,
} from '@tenure/shared-contract';
import { OnComplaint } from './complaint.command';

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

  @ApiPropertyOptional({ enum: CASE_TYPES, default: 'complaint' })
  @MayBeAbsent()
  @IsIn(CASE_TYPES)
  readonly caseType?: CaseType;

  @ApiPropertyOptional({ enum: URGENCIES, default: 'normal' })
  @MayBeAbsent()
  @IsIn(URGENCIES)
  readonly urgency?: Urgency;

  @ApiPropertyOptional({ enum: COMPLEXITIES, default: 'routine' })
  @MayBeAbsent()
  @IsIn(COMPLEXITIES)
  readonly complexity?: Complexity;

  @ApiPropertyOptional({ format: 'date-time', description: 'When it is due by agreement, whatever the standard says.' })
  @MayBeAbsent()
  @IsInstant()
  readonly agreedDueAt?: string;

  @ApiPropertyOptional({ description: 'Id of the policy that it is judged by, where that is not the usual one.' })
  @MayBeAbsent()
  @IsId()
  readonly serviceStandard?: string;
}

export class ClassifyComplaint extends OnComplaint {
  readonly type = 'ClassifyComplaint';

  @ApiPropertyOptional({ enum: URGENCIES, description: 'As it was, where it is left out.' })
  @MayBeAbsent()
  @IsIn(URGENCIES)
  readonly urgency?: Urgency;

  @ApiPropertyOptional({ enum: COMPLEXITIES, description: 'As it was, where it is left out.' })
  @MayBeAbsent()
  @IsIn(COMPLEXITIES)
  readonly complexity?: Complexity;

  @IdProperty('Who judged it so.')
  readonly by!: string;
}

export class AgreeComplaintDueDate extends OnComplaint {
  readonly type = 'AgreeComplaintDueDate';

  @ApiProperty({ format: 'date-time', description: 'When the case is due, whatever the standard says.' })
  @IsInstant()
  readonly dueAt!: string;

  @IdProperty('Who agreed it with the customer.')
  readonly by!: string;
}

export class LinkDuplicateComplaint extends OnComplaint {
  readonly type = 'LinkDuplicateComplaint';

  @IdProperty('The case that is worked on in place of this one.')
  readonly duplicateOf!: string;

  @IdProperty('Who found them to be the same.')
  readonly by!: string;
}
