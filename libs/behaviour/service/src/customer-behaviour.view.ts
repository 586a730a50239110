import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Facts } from '@tenure/behaviour-contract';
import { contractsOf, factsAt, windowsAt, type CustomerBehaviour } from '@tenure/behaviour-facts';

export class BehaviourWindowsView {
  @ApiProperty({ example: 'logins' })
  readonly of!: string;

  @ApiPropertyOptional({ description: 'In the 7 days (UTC) that end with that of the moment.' })
  readonly in7Days?: number;

  @ApiPropertyOptional()
  readonly in30Days?: number;

  @ApiPropertyOptional()
  readonly in180Days?: number;
}

export class ContractView {
  @ApiProperty()
  readonly contractId!: string;

  @ApiProperty({ format: 'date' })
  readonly startsOn!: string;

  @ApiProperty({ format: 'date' })
  readonly renewsOn!: string;

  @ApiPropertyOptional({ format: 'date', description: 'The first day on which it is in force no longer.' })
  readonly endsOn?: string;
}

export class CustomerBehaviourView {
  @ApiProperty()
  readonly customerId!: string;

  @ApiProperty({ format: 'date-time' })
  readonly at!: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: { oneOf: [{ type: 'number' }, { type: 'string' }, { type: 'boolean' }] },
    description: 'What conditions of policies can ask for; what is not known is absent.',
    example: { orders30: 2, daysSinceLastOrder: 12, contractual: false },
  })
  readonly facts!: Facts;

  @ApiProperty({ type: [BehaviourWindowsView] })
  readonly windows!: readonly BehaviourWindowsView[];

  @ApiProperty({ type: [ContractView], description: 'Also those that have ended.' })
  readonly contracts!: readonly ContractView[];
}

export const viewOf = (customerId: string, behaviour: CustomerBehaviour, at: string): CustomerBehaviourView => ({
  customerId,
  at,
  facts: factsAt(behaviour, at),
  windows: windowsAt(behaviour, at),
  contracts: contractsOf(behaviour),
});
