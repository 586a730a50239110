import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsEmail, IsIn, Length, MaxLength, ValidateNested } from 'class-validator';
import { Command, IdProperty, MayBeAbsent, type CommandDescription } from '@tenure/shared-contract';
import { MergeCustomer, SetCustomerConsent, UndoCustomerMerge } from './customer-standing.commands';
import { PROFILE_FIELDS, type ProfileField } from './customer.events';
import { Contact, ProfileCommand } from './customer.profile';
import { CONTACT_ROLES, FIELD_SOURCES, type ContactRole, type FieldSource } from './customer.vocabulary';

export class RegisterCustomer extends ProfileCommand {
  readonly type = 'RegisterCustomer';

  @ApiPropertyOptional({ type: [Contact], maxItems: 50 })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique((contact?: Contact) => contact?.contactId)
  @ValidateNested({ each: true })
  @Type(() => Contact)
  readonly contacts?: readonly Contact[];
}

/** Carries the fields that may have changed; those left out stay as they are. */
export class ChangeCustomerProfile extends ProfileCommand {
  readonly type = 'ChangeCustomerProfile';

  @ApiPropertyOptional({ enum: PROFILE_FIELDS, isArray: true, description: 'Fields that no longer have a value.' })
  @MayBeAbsent()
  @IsArray()
  @ArrayUnique()
  @IsIn(PROFILE_FIELDS, { each: true })
  readonly clear?: readonly ProfileField[];
}

abstract class OnContact extends Command {
  @IdProperty('The customer whose contact it is.')
  readonly customerId!: string;

  @IdProperty('Id of the contact, unique within the customer.')
  readonly contactId!: string;
}

/** Adds a contact, or replaces all of its fields. */
export class SetCustomerContact extends OnContact {
  readonly type = 'SetCustomerContact';

  @ApiProperty({ maxLength: 200 })
  @Length(1, 200)
  readonly name!: string;

  @ApiProperty({ enum: CONTACT_ROLES })
  @IsIn(CONTACT_ROLES)
  readonly role!: ContactRole;

  @ApiPropertyOptional({ maxLength: 50 })
  @MayBeAbsent()
  @MaxLength(50)
  readonly phone?: string;

  @ApiPropertyOptional({ format: 'email' })
  @MayBeAbsent()
  @IsEmail()
  readonly email?: string;

  @ApiProperty({ enum: FIELD_SOURCES, description: 'Where the contact came from.' })
  @IsIn(FIELD_SOURCES)
  readonly fieldSource!: FieldSource;
}

export class RemoveCustomerContact extends OnContact {
  readonly type = 'RemoveCustomerContact';
}

export type CustomerCommand =
  | RegisterCustomer
  | ChangeCustomerProfile
  | SetCustomerContact
  | RemoveCustomerContact
  | SetCustomerConsent
  | MergeCustomer
  | UndoCustomerMerge;

export const customerCommands: readonly CommandDescription<CustomerCommand>[] = [
  { command: RegisterCustomer, cloudEventType: 'tenure.customer.registered' },
  { command: ChangeCustomerProfile, cloudEventType: 'tenure.customer.profile-changed' },
  { command: SetCustomerContact, cloudEventType: 'tenure.customer.contact-set' },
  { command: RemoveCustomerContact, cloudEventType: 'tenure.customer.contact-removed' },
  { command: SetCustomerConsent, cloudEventType: 'tenure.customer.consent-set' },
  { command: MergeCustomer, cloudEventType: 'tenure.customer.merged' },
  { command: UndoCustomerMerge, cloudEventType: 'tenure.customer.merge-undone' },
];
