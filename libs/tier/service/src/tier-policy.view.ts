import { ApiProperty, PickType } from '@nestjs/swagger';
import { PublishTierPolicy } from '@tenure/tier-contract';

const POLICY_FIELDS = [
  'policyId',
  'version',
  'effectiveFrom',
  'currency',
  'spendWindow',
  'tiers',
  'defaultTier',
] as const;

/** One published version of a policy. */
export class TierPolicyView extends PickType(PublishTierPolicy, POLICY_FIELDS) {
  @ApiProperty({ format: 'date-time' })
  readonly publishedAt!: string;
}
