import { ApiProperty } from '@nestjs/swagger';
import { IsArray, IsInt, IsObject, IsString, Length, Min } from 'class-validator';
import { Command, IdProperty, IsInstant, type CommandDescription } from '@tenure/shared-contract';
import type { TierInputs } from './tier.events';

abstract class OnTier extends Command {
  @IdProperty('The customer whose tier it is.')
  readonly customerId!: string;
}

/** What the policy says of a customer at `occurredAt`; sent by the platform itself, never from outside. */
export class JudgeTier extends OnTier {
  readonly type = 'JudgeTier';

  @IdProperty('The policy that judges.')
  readonly policyId!: string;

  @IsInt()
  @Min(1)
  readonly policyVersion!: number;

  @IdProperty('The tier that it gives.')
  readonly tier!: string;

  @IsObject()
  readonly inputs!: TierInputs;

  @IsArray()
  @IsString({ each: true })
  readonly reasons!: readonly string[];
}

export class OverrideTier extends OnTier {
  readonly type = 'OverrideTier';

  @IdProperty('The tier that holds until the override ends.')
  readonly tier!: string;

  @IdProperty('Who decides so.')
  readonly by!: string;

  @ApiProperty({ maxLength: 2_000 })
  @Length(1, 2_000)
  readonly reason!: string;

  @ApiProperty({ format: 'date-time', description: 'When the override ends: ISO 8601 with offset.' })
  @IsInstant()
  readonly until!: string;
}

export class EndTierOverride extends OnTier {
  readonly type = 'EndTierOverride';

  @IdProperty('Who ends it.')
  readonly by!: string;

  @ApiProperty({ maxLength: 2_000 })
  @Length(1, 2_000)
  readonly reason!: string;
}

export type TierCommand = JudgeTier | OverrideTier | EndTierOverride;

/** Those that can be reached from outside: judging is left to the platform. */
export const tierCommands: readonly CommandDescription<TierCommand>[] = [
  { command: OverrideTier, cloudEventType: 'tenure.tier.overridden' },
  { command: EndTierOverride, cloudEventType: 'tenure.tier.override-ended' },
];
