import { Controller, HttpStatus, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  CommandOperation,
  CommandWriter,
  IncomingCommand,
  type Incoming,
  type RejectionStatuses,
  type WriteAnswer,
} from '@tenure/http';
import {
  RateServiceRecord,
  RecordService,
  SignOffServiceRecord,
  type ServiceRecordRejection,
} from '@tenure/service-record-contract';

export const serviceRecordStatuses: RejectionStatuses<ServiceRecordRejection> = {
  'service-record-already-made-differently': HttpStatus.CONFLICT,
  'service-record-not-found': HttpStatus.NOT_FOUND,
  'service-record-not-yours-to-sign': HttpStatus.FORBIDDEN,
  'service-record-already-rated-differently': HttpStatus.CONFLICT,
  'service-record-happened-before-service': HttpStatus.UNPROCESSABLE_ENTITY,
  'command-id-reused': HttpStatus.CONFLICT,
};
const statuses = serviceRecordStatuses;
const path = ['recordId'] as const;

@ApiTags('service records')
@Controller('service-records')
export class ServiceRecordController {
  constructor(@Inject(CommandWriter) private readonly commands: CommandWriter) {}

  @Post()
  @CommandOperation({ command: RecordService, summary: 'Record what was done for a customer', statuses })
  record(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(RecordService, incoming, statuses);
  }

  @Post(':recordId/sign-off')
  @CommandOperation({
    command: SignOffServiceRecord,
    summary: 'Sign the record off as the person responsible',
    path,
    statuses,
  })
  signOff(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(SignOffServiceRecord, incoming, statuses);
  }

  @Post(':recordId/rating')
  @CommandOperation({ command: RateServiceRecord, summary: 'The customer’s satisfaction, from 1 to 5', path, statuses })
  rate(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(RateServiceRecord, incoming, statuses);
  }
}
