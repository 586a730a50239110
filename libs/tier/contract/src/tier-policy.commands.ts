import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, IsIn, IsInt, IsISO4217CurrencyCode, Max, Min, ValidateNested } from 'class-validator';
import { Command, IdProperty, IsInstant, type CommandDescription } from '@tenure/shared-contract';
import type { SpendWindow, TierRule } from './tier-policy.events';
import { TierRulesProperty } from './tier-policy.rules';

export class SpendWindowFields implements SpendWindow {
  @ApiProperty({ enum: ['months', 'days'] })
  @IsIn(['months', 'days'])
  readonly unit!: 'months' | 'days';

  @ApiProperty({ type: 'integer', minimum: 1, maximum: 3_660 })
  @IsInt()
  @Min(1)
  @Max(3_660)
  readonly length!: number;
}

/** Publishes one version of a policy; what is published is never edited. */
export class PublishTierPolicy extends Command {
  readonly type = 'PublishTierPolicy';

  @IdProperty('Id of the policy.')
  readonly policyId!: string;

  @ApiProperty({ type: 'integer', minimum: 1, description: 'One more than the version published last.' })
  @IsInt()
  @Min(1)
  readonly version!: number;

  @ApiProperty({ format: 'date-time', description: 'In force from here: ISO 8601 with offset.' })
  @IsInstant()
  readonly effectiveFrom!: string;

  @ApiProperty({ example: 'CNY', description: 'The currency in which spend is counted.' })
  @IsISO4217CurrencyCode()
  readonly currency!: string;

  @ApiProperty({ type: SpendWindowFields, example: { unit: 'months', length: 12 } })
  @IsDefined()
  @ValidateNested()
  @Type(() => SpendWindowFields)
  readonly spendWindow!: SpendWindowFields;

  @TierRulesProperty('Tiers in order of precedence: the first whose rule holds wins.')
  readonly tiers!: readonly TierRule[];

  @IdProperty('The tier of everyone whom no rule places.')
  readonly defaultTier!: string;
}

export type TierPolicyCommand = PublishTierPolicy;

export const tierPolicyCommands: readonly CommandDescription<TierPolicyCommand>[] = [
  { command: PublishTierPolicy, cloudEventType: 'tenure.tier-policy.published' },
];
