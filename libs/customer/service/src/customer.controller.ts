import { Controller, Delete, HttpStatus, Inject, Patch, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ChangeCustomerProfile,
  MergeCustomer,
  RegisterCustomer,
  RemoveCustomerContact,
  SetCustomerConsent,
  SetCustomerContact,
  UndoCustomerMerge,
  type CustomerRejection,
} from '@tenure/customer-contract';
import {
  CommandOperation,
  CommandWriter,
  IncomingCommand,
  type Incoming,
  type RejectionStatuses,
  type WriteAnswer,
} from '@tenure/http';

export const customerRejectionStatuses: RejectionStatuses<CustomerRejection> = {
  'customer-not-found': HttpStatus.NOT_FOUND,
  'customer-already-registered-differently': HttpStatus.CONFLICT,
  'customer-field-set-and-cleared': HttpStatus.UNPROCESSABLE_ENTITY,
  'customer-contact-not-found': HttpStatus.NOT_FOUND,
  'customer-too-many-contacts': HttpStatus.UNPROCESSABLE_ENTITY,
  'customer-consent-set-since': HttpStatus.CONFLICT,
  'customer-merged-into-itself': HttpStatus.UNPROCESSABLE_ENTITY,
  'customer-merge-target-not-found': HttpStatus.UNPROCESSABLE_ENTITY,
  'customer-merge-target-is-merged': HttpStatus.CONFLICT,
  'customer-already-merged': HttpStatus.CONFLICT,
  'customer-not-merged': HttpStatus.CONFLICT,
  'command-id-reused': HttpStatus.CONFLICT,
};
const statuses = customerRejectionStatuses;
const onContact = ['customerId', 'contactId'] as const;

@ApiTags('customers')
@Controller('customers')
export class CustomerController {
  constructor(@Inject(CommandWriter) private readonly commands: CommandWriter) {}

  @Post()
  @CommandOperation({ command: RegisterCustomer, summary: 'Register a customer', statuses })
  register(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(RegisterCustomer, incoming, statuses);
  }

  @Patch(':customerId')
  @CommandOperation({
    command: ChangeCustomerProfile,
    summary: 'Change fields of the profile',
    description: 'Fields that are left out stay as they are; `clear` names those that no longer have a value.',
    path: ['customerId'],
    statuses,
  })
  change(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(ChangeCustomerProfile, incoming, statuses);
  }

  @Put(':customerId/contacts/:contactId')
  @CommandOperation({ command: SetCustomerContact, summary: 'Add a contact, or replace it', path: onContact, statuses })
  setContact(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(SetCustomerContact, incoming, statuses);
  }

  @Delete(':customerId/contacts/:contactId')
  @CommandOperation({
    command: RemoveCustomerContact,
    summary: 'Remove a contact',
    path: onContact,
    bodiless: true,
    statuses,
  })
  removeContact(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(RemoveCustomerContact, incoming, statuses);
  }

  @Put(':customerId/consents/:channel/:purpose')
  @CommandOperation({
    command: SetCustomerConsent,
    summary: 'Note whether the customer agrees to be written to',
    description:
      'Messages that sell need consent; those on the customer’s own business need none, but stop where it is withdrawn.',
    path: ['customerId', 'channel', 'purpose'],
    statuses,
  })
  setConsent(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(SetCustomerConsent, incoming, statuses);
  }

  @Post(':customerId/merge')
  @CommandOperation({
    command: MergeCustomer,
    summary: 'Merge a duplicate into the customer that it is',
    description: 'What was recorded of the duplicate stays its own; nobody writes to it any more.',
    path: ['customerId'],
    statuses,
  })
  merge(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(MergeCustomer, incoming, statuses);
  }

  @Post(':customerId/merge/undoing')
  @CommandOperation({ command: UndoCustomerMerge, summary: 'Undo a merge', path: ['customerId'], statuses })
  undoMerge(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(UndoCustomerMerge, incoming, statuses);
  }
}
