import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { POLICY_KINDS, TextFields, type PolicyKind } from '@tenure/policy-contract';
import type { Text } from '@tenure/shared-contract';

export class ListedPolicyView {
  @ApiProperty()
  readonly policyId!: string;

  @ApiProperty({ enum: POLICY_KINDS })
  readonly kind!: PolicyKind;

  @ApiProperty({ type: TextFields })
  readonly title!: Text;

  @ApiProperty({ type: 'integer', nullable: true, description: 'The version in force now; null where none is.' })
  readonly inForceVersion!: number | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly inForceFrom!: string | null;

  @ApiProperty({ type: 'integer', description: 'How many versions were published.' })
  readonly versions!: number;

  @ApiProperty({ type: 'integer', nullable: true, description: 'The version that there is a draft of.' })
  readonly draftVersion!: number | null;
}

class PolicyBodyView {
  @ApiProperty({ type: 'integer' })
  readonly version!: number;

  @ApiProperty({ type: TextFields })
  readonly title!: Text;

  @ApiPropertyOptional({ type: TextFields })
  readonly description?: Text;

  @ApiProperty({ type: 'object', additionalProperties: true })
  readonly content!: object;

  @ApiProperty()
  readonly by!: string;
}

/** One published version. */
export class PolicyVersionView extends PolicyBodyView {
  @ApiProperty()
  readonly policyId!: string;

  @ApiProperty({ enum: POLICY_KINDS })
  readonly kind!: PolicyKind;

  @ApiProperty({ format: 'date-time' })
  readonly effectiveFrom!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Where the next version begins.' })
  readonly effectiveTo!: string | null;

  @ApiProperty({ format: 'date-time' })
  readonly publishedAt!: string;
}

export class PolicyDraftView extends PolicyBodyView {
  @ApiProperty({ format: 'date-time' })
  readonly draftedAt!: string;

  @ApiProperty({ description: 'Give it to the publication, so that nothing is published but this.' })
  readonly draftFingerprint!: string;
}

/** One step of a policy's life. */
export class PolicyStepView {
  @ApiProperty({ example: 'PolicyPublished' })
  readonly type!: string;

  @ApiProperty({ type: 'integer' })
  readonly version!: number;

  @ApiProperty()
  readonly by!: string;

  @ApiProperty({ format: 'date-time' })
  readonly at!: string;

  @ApiProperty({ example: '10432' })
  readonly position!: string;
}

/** A policy with the version in force, the draft of the next, and every step that led here, the newest first. */
export class PolicyView {
  @ApiProperty()
  readonly policyId!: string;

  @ApiProperty({ enum: POLICY_KINDS })
  readonly kind!: PolicyKind;

  @ApiProperty({ type: PolicyVersionView, nullable: true })
  readonly inForce!: PolicyVersionView | null;

  @ApiProperty({ type: PolicyDraftView, nullable: true })
  readonly draft!: PolicyDraftView | null;

  @ApiProperty({ type: 'integer', description: 'The version that a new draft has to be of.' })
  readonly nextVersion!: number;

  @ApiProperty({ type: [PolicyStepView] })
  readonly steps!: readonly PolicyStepView[];
}
