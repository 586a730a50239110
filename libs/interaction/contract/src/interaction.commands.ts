import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, Length } from 'class-validator';
import {
  Command,
  CONTACT_CHANNELS,
  IdProperty,
  MayBeAbsent,
  type CommandDescription,
  type ContactChannel,
} from '@tenure/shared-contract';

abstract class OnInteraction extends Command {
  @IdProperty('Id of the interaction, chosen by the sender.')
  readonly interactionId!: string;
}

export class RecordInteraction extends OnInteraction {
  readonly type = 'RecordInteraction';

  @IdProperty('The customer who was in contact.')
  readonly customerId!: string;

  @ApiProperty({ enum: CONTACT_CHANNELS })
  @IsIn(CONTACT_CHANNELS)
  readonly channel!: ContactChannel;

  @ApiProperty({ maxLength: 500 })
  @Length(1, 500)
  readonly subject!: string;

  @ApiPropertyOptional({ maxLength: 200, example: 'response-speed' })
  @MayBeAbsent()
  @Length(1, 200)
  readonly issueType?: string;

  @ApiPropertyOptional({ maxLength: 20_000 })
  @MayBeAbsent()
  @Length(1, 20_000)
  readonly solution?: string;

  @ApiProperty({ description: 'False leaves it open until it is settled.' })
  @IsBoolean()
  readonly resolved!: boolean;

  @ApiPropertyOptional({ maxLength: 200, description: 'Who dealt with it.' })
  @MayBeAbsent()
  @Length(1, 200)
  readonly handledBy?: string;

  @ApiPropertyOptional({ maxLength: 200, description: 'The case that it belongs to in another system.' })
  @MayBeAbsent()
  @Length(1, 200)
  readonly caseId?: string;
}

export class SettleInteraction extends OnInteraction {
  readonly type = 'SettleInteraction';

  @IdProperty('Who settled it.')
  readonly by!: string;

  @ApiProperty({ maxLength: 20_000 })
  @Length(1, 20_000)
  readonly solution!: string;
}

export type InteractionCommand = RecordInteraction | SettleInteraction;

export const interactionCommands: readonly CommandDescription<InteractionCommand>[] = [
  { command: RecordInteraction, cloudEventType: 'tenure.interaction.recorded' },
  { command: SettleInteraction, cloudEventType: 'tenure.interaction.settled' },
];
