import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsString, Length } from 'class-validator';
import { PLANNED_CONTACT_KINDS, type PlannedContactKind } from '@tenure/policy-contract';
import {
  Command,
  CONTACT_CHANNELS,
  IdProperty,
  IsId,
  MayBeAbsent,
  type CommandDescription,
  type ContactChannel,
} from '@tenure/shared-contract';

abstract class OnContactPlan extends Command {
  @IdProperty('The customer who is contacted.')
  readonly customerId!: string;
}

/** Says that a planned contact took place at `occurredAt`: the one named, or the one of a kind whose period that is in. */
export class RecordPlannedContact extends OnContactPlan {
  readonly type = 'RecordPlannedContact';

  @ApiPropertyOptional({ enum: PLANNED_CONTACT_KINDS, description: 'Needed where no contact is named.' })
  @MayBeAbsent()
  @IsIn(PLANNED_CONTACT_KINDS)
  readonly kind?: PlannedContactKind;

  @ApiPropertyOptional({ maxLength: 128, example: 'visit-2026-Q4' })
  @MayBeAbsent()
  @IsId()
  readonly contactId?: string;

  @IdProperty('Who was in contact with the customer.')
  readonly by!: string;

  @ApiPropertyOptional({ enum: CONTACT_CHANNELS })
  @MayBeAbsent()
  @IsIn(CONTACT_CHANNELS)
  readonly channel?: ContactChannel;

  @ApiPropertyOptional({ maxLength: 128, description: 'The recorded interaction that it was.' })
  @MayBeAbsent()
  @IsId()
  readonly interactionId?: string;
}

/**
 * Brings the plan of a customer up to `occurredAt`, when the customer is in a tier or in none: what was due is missed,
 * what is no longer called for is dropped, what is called for is planned. Sent by the platform itself, never from outside.
 */
export class PlanContacts extends OnContactPlan {
  readonly type = 'PlanContacts';

  @MayBeAbsent()
  @IsString()
  readonly tier?: string;
}

/** An interaction that may be what was planned; sent by the platform itself, never from outside. */
export class FulfilContact extends OnContactPlan {
  readonly type = 'FulfilContact';

  @IsIn(CONTACT_CHANNELS)
  readonly channel!: ContactChannel;

  @IdProperty('The interaction, which took place at `occurredAt`.')
  readonly interactionId!: string;

  @IsString()
  @Length(1, 200)
  readonly by!: string;
}

export type ContactPlanCommand = RecordPlannedContact | PlanContacts | FulfilContact;

/** Those that can be reached from outside: planning is left to the platform. */
export const contactPlanCommands: readonly CommandDescription<ContactPlanCommand>[] = [
  { command: RecordPlannedContact, cloudEventType: 'tenure.planned-contact.recorded' },
];
