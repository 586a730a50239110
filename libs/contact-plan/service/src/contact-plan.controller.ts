import { Controller, HttpStatus, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RecordPlannedContact, type ContactPlanRejection } from '@tenure/contact-plan-contract';
import {
  CommandOperation,
  CommandWriter,
  IncomingCommand,
  type Incoming,
  type RejectionStatuses,
  type WriteAnswer,
} from '@tenure/http';

export const contactPlanRejectionStatuses: RejectionStatuses<ContactPlanRejection> = {
  'contact-not-named': HttpStatus.UNPROCESSABLE_ENTITY,
  'contact-not-planned': HttpStatus.NOT_FOUND,
  'contact-of-another-kind': HttpStatus.UNPROCESSABLE_ENTITY,
  'contact-outside-its-period': HttpStatus.UNPROCESSABLE_ENTITY,
  'contact-already-done': HttpStatus.CONFLICT,
  'command-id-reused': HttpStatus.CONFLICT,
};

@ApiTags('contact plan')
@Controller('customers/:customerId/contacts')
export class ContactPlanController {
  constructor(@Inject(CommandWriter) private readonly commands: CommandWriter) {}

  @Post()
  @CommandOperation({
    command: RecordPlannedContact,
    summary: 'Record that a planned contact took place',
    description:
      'Name the contact, or its kind: then it is the one in whose period the contact took place. A recorded interaction ' +
      'by visit or phone does the visit or call of its period by itself.',
    path: ['customerId'],
    statuses: contactPlanRejectionStatuses,
  })
  record(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(RecordPlannedContact, incoming, contactPlanRejectionStatuses);
  }
}
