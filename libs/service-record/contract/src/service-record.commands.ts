import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, Length, Max, MaxLength, Min } from 'class-validator';
import { Command, IdProperty, IsId, MayBeAbsent, type CommandDescription } from '@tenure/shared-contract';
import { SERVICE_TYPES, type ServiceType } from './service-record.events';

abstract class OnServiceRecord extends Command {
  @IdProperty('Id of the record, chosen by the sender.')
  readonly recordId!: string;
}

export class RecordService extends OnServiceRecord {
  readonly type = 'RecordService';

  @IdProperty('The customer who was served.')
  readonly customerId!: string;

  @ApiProperty({ enum: SERVICE_TYPES, description: 'inquiry 咨询, complaint 投诉, return-visit 回访.' })
  @IsIn(SERVICE_TYPES)
  readonly serviceType!: ServiceType;

  @ApiPropertyOptional({ maxLength: 200, description: 'Whom of the customer’s people was served.' })
  @MayBeAbsent()
  @MaxLength(200)
  readonly contact?: string;

  @ApiProperty({ maxLength: 5_000 })
  @Length(1, 5_000)
  readonly problem!: string;

  @ApiProperty({ maxLength: 5_000 })
  @Length(1, 5_000)
  readonly result!: string;

  @IdProperty('Who served the customer.')
  readonly servedBy!: string;

  @ApiPropertyOptional({ description: 'Account manager or specialist who signs it off; who served, where left out.' })
  @MayBeAbsent()
  @IsId()
  readonly responsible?: string;

  @ApiPropertyOptional({ maxLength: 2_000 })
  @MayBeAbsent()
  @MaxLength(2_000)
  readonly remark?: string;

  @ApiPropertyOptional({ description: 'The complaint or other case that it belongs to.' })
  @MayBeAbsent()
  @IsId()
  readonly caseId?: string;
}

export class SignOffServiceRecord extends OnServiceRecord {
  readonly type = 'SignOffServiceRecord';

  @IdProperty('The person responsible for the record.')
  readonly by!: string;
}

export class RateServiceRecord extends OnServiceRecord {
  readonly type = 'RateServiceRecord';

  @ApiProperty({ type: 'integer', minimum: 1, maximum: 5, description: 'The customer’s satisfaction.' })
  @IsInt()
  @Min(1)
  @Max(5)
  readonly satisfaction!: number;
}

export type ServiceRecordCommand = RecordService | SignOffServiceRecord | RateServiceRecord;

export const serviceRecordCommands: readonly CommandDescription<ServiceRecordCommand>[] = [
  { command: RecordService, cloudEventType: 'tenure.service-record.made' },
  { command: SignOffServiceRecord, cloudEventType: 'tenure.service-record.signed-off' },
  { command: RateServiceRecord, cloudEventType: 'tenure.service-record.rated' },
];
