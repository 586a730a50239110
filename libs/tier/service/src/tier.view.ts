import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { TierInputs } from '@tenure/tier-contract';

export class TierInputsView implements TierInputs {
  @ApiProperty({ type: 'integer', description: 'Net spend inside the window of the policy, in minor units.' })
  readonly spendMinor!: number;

  @ApiProperty({ example: 'CNY' })
  readonly currency!: string;

  @ApiProperty({ type: 'integer' })
  readonly cooperationMonths!: number;

  @ApiPropertyOptional({ format: 'date' })
  readonly cooperationSince?: string;

  @ApiPropertyOptional({ enum: ['normal', 'strategic', 'benchmark'] })
  readonly growthPotential?: TierInputs['growthPotential'];

  @ApiPropertyOptional({ type: [String], description: 'Currencies of spend that the policy does not count.' })
  readonly uncountedCurrencies?: readonly string[];
}

/** One change of a customer's tier, and why. */
export class TierChangeView {
  @ApiProperty({ enum: ['TierAssigned', 'TierChanged', 'TierOverridden', 'TierOverrideEnded'] })
  readonly type!: string;

  @ApiProperty({ format: 'date-time' })
  readonly at!: string;

  @ApiProperty({ type: String, nullable: true })
  readonly from!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Null where none is left after an override.' })
  readonly to!: string | null;

  @ApiPropertyOptional()
  readonly policyId?: string;

  @ApiPropertyOptional({ type: 'integer' })
  readonly policyVersion?: number;

  @ApiPropertyOptional({ type: TierInputsView, description: 'What the policy judged by.' })
  readonly inputs?: TierInputs;

  @ApiProperty({ type: [String] })
  readonly reasons!: readonly string[];

  @ApiPropertyOptional({ description: 'Who decided, where a person did.' })
  readonly by?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'When an override ends.' })
  readonly until?: string;

  @ApiProperty({ example: '10432' })
  readonly position!: string;
}

/** The tier that a customer has, and every change that led to it, the newest first. */
export class CustomerTierView {
  @ApiProperty()
  readonly customerId!: string;

  @ApiProperty({ type: String, nullable: true, example: 'A', description: 'Null until judged.' })
  readonly tier!: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  readonly since!: string | null;

  @ApiProperty({ type: [String], description: 'Why.' })
  readonly reasons!: readonly string[];

  @ApiProperty({ type: String, nullable: true, format: 'date-time', description: 'Set while an override holds.' })
  readonly overriddenUntil!: string | null;

  @ApiProperty({ type: [TierChangeView] })
  readonly changes!: readonly TierChangeView[];
}
