import { ApiProperty } from '@nestjs/swagger';
import { POLICY_KINDS, PolicyContentProperty, type PolicyContent, type PolicyKind } from '@tenure/policy-contract';
import { Command, IdProperty, MayBeAbsent, type CommandDescription } from '@tenure/shared-contract';
import { IsIn } from 'class-validator';

/**
 * Makes what has helped the draft of the next version of a standard, which is compared and published like any policy: the policy
 * is drafted, and the measure notes it.
 */
export class DraftMeasureStandard extends Command {
  readonly type = 'DraftMeasureStandard';

  @IdProperty('The measure; verified as effective.')
  readonly measureId!: string;

  @IdProperty('Id of the policy, such as service-standard.')
  readonly policyId!: string;

  @ApiProperty({ enum: POLICY_KINDS, example: 'service-standard' })
  @IsIn(POLICY_KINDS)
  readonly kind!: PolicyKind;

  /** What its newest version says, to be changed before it is published, unless given. */
  @MayBeAbsent()
  @PolicyContentProperty({ required: false })
  readonly content?: PolicyContent;

  @IdProperty('Who does it.')
  readonly by!: string;
}

export const measureStandardCommands: readonly CommandDescription<DraftMeasureStandard>[] = [
  { command: DraftMeasureStandard, cloudEventType: 'tenure.measure.standard-drafted' },
];
