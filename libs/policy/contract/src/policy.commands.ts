import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, IsIn, IsInt, IsObject, IsString, Length, Min, ValidateNested } from 'class-validator';
import {
  Command,
  IdProperty,
  IsInstant,
  MayBeAbsent,
  type CommandDescription,
  type Text,
} from '@tenure/shared-contract';
import type { PolicyComparison } from './policy.comparator';
import { PolicyContentProperty } from './policy.content.property';
import { POLICY_KINDS, type PolicyContent, type PolicyKind } from './policy.kinds';

export class TextFields implements Text {
  @ApiProperty({ maxLength: 2_000 })
  @Length(1, 2_000)
  readonly zh!: string;

  @ApiProperty({ maxLength: 2_000 })
  @Length(1, 2_000)
  readonly en!: string;
}

abstract class OnPolicy extends Command {
  @IdProperty('Id of the policy.')
  readonly policyId!: string;

  @ApiProperty({ type: 'integer', minimum: 1, description: 'One more than the version published last.' })
  @IsInt()
  @Min(1)
  readonly version!: number;

  @IdProperty('Who does it.')
  readonly by!: string;
}

/** Sets down the next version of a policy, in place of the draft of it that there may be. */
export class DraftPolicy extends OnPolicy {
  readonly type = 'DraftPolicy';

  @ApiProperty({ enum: POLICY_KINDS })
  @IsIn(POLICY_KINDS)
  readonly kind!: PolicyKind;

  @ApiProperty({ type: TextFields, example: { zh: '客户价值分级', en: 'Value tiers' } })
  @IsDefined()
  @ValidateNested()
  @Type(() => TextFields)
  readonly title!: TextFields;

  @ApiPropertyOptional({ type: TextFields, description: 'Where its numbers come from, and what was chosen.' })
  @MayBeAbsent()
  @IsDefined()
  @ValidateNested()
  @Type(() => TextFields)
  readonly description?: TextFields;

  @PolicyContentProperty()
  readonly content!: PolicyContent;
}

/** What comparing the draft with today came to; sent by the platform itself, never from outside. */
export class ComparePolicy extends OnPolicy {
  readonly type = 'ComparePolicy';

  @IsString()
  readonly draftFingerprint!: string;

  @IsObject()
  readonly result!: PolicyComparison;
}

/** Makes the draft a version that holds from a moment on; what is published is never edited. */
export class PublishPolicy extends OnPolicy {
  readonly type = 'PublishPolicy';

  @ApiProperty({ format: 'date-time', description: 'In force from here: ISO 8601 with offset.' })
  @IsInstant()
  readonly effectiveFrom!: string;

  @ApiPropertyOptional({
    description: 'Of the draft that is meant: publishes no other. As the draft is shown with it.',
  })
  @MayBeAbsent()
  @Length(1, 20)
  readonly draftFingerprint?: string;
}

export class DiscardPolicyDraft extends OnPolicy {
  readonly type = 'DiscardPolicyDraft';
}

export type PolicyCommand = DraftPolicy | ComparePolicy | PublishPolicy | DiscardPolicyDraft;

/** Those that can be reached from outside: a comparison is made by the platform. */
export const policyCommands: readonly CommandDescription<PolicyCommand>[] = [
  { command: DraftPolicy, cloudEventType: 'tenure.policy.drafted' },
  { command: PublishPolicy, cloudEventType: 'tenure.policy.published' },
  { command: DiscardPolicyDraft, cloudEventType: 'tenure.policy.draft-discarded' },
];
