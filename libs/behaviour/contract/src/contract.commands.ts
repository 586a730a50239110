import { ApiProperty } from '@nestjs/swagger';
import { Length } from 'class-validator';
import { Command, IdProperty, IsDay, type CommandDescription } from '@tenure/shared-contract';

abstract class OnContract extends Command {
  @IdProperty('Number of the contract.')
  readonly contractId!: string;
}

export class AgreeContract extends OnContract {
  readonly type = 'AgreeContract';

  @IdProperty('The customer who it was agreed with, and who may have others.')
  readonly customerId!: string;

  @ApiProperty({ format: 'date', description: 'The first day on which it is in force.' })
  @IsDay()
  readonly startsOn!: string;

  @ApiProperty({ format: 'date', description: 'The day on which it is to be renewed; later than `startsOn`.' })
  @IsDay()
  readonly renewsOn!: string;
}

export class RenewContract extends OnContract {
  readonly type = 'RenewContract';

  @ApiProperty({ format: 'date', description: 'The next day on which it is to be renewed; later than the one before.' })
  @IsDay()
  readonly renewsOn!: string;
}

export class EndContract extends OnContract {
  readonly type = 'EndContract';

  @ApiProperty({ format: 'date', description: 'The first day on which it is in force no longer; may lie ahead.' })
  @IsDay()
  readonly endedOn!: string;

  @ApiProperty({ maxLength: 500 })
  @Length(1, 500)
  readonly reason!: string;
}

export type ContractCommand = AgreeContract | RenewContract | EndContract;

export const contractCommands: readonly CommandDescription<ContractCommand>[] = [
  { command: AgreeContract, cloudEventType: 'tenure.contract.agreed' },
  { command: RenewContract, cloudEventType: 'tenure.contract.renewed' },
  { command: EndContract, cloudEventType: 'tenure.contract.ended' },
];
