import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, Length } from 'class-validator';
import { MayBeAbsent } from '@tenure/shared-contract';
import type { CauseEvidence, ProblemScope } from './problem.events';

const EVIDENCE_KINDS = ['complaint', 'answer', 'voice', 'service-record', 'metric', 'document'] as const;

/** At least one of them says which complaints; none leaves it to people to link them. */
export class ProblemScopeFields implements ProblemScope {
  @ApiPropertyOptional({ maxLength: 200 })
  @MayBeAbsent()
  @Length(1, 200)
  readonly themeId?: string;

  @ApiPropertyOptional({ maxLength: 500 })
  @MayBeAbsent()
  @Length(1, 500)
  readonly product?: string;

  @ApiPropertyOptional({ maxLength: 200 })
  @MayBeAbsent()
  @Length(1, 200)
  readonly stepId?: string;
}

export class CauseEvidenceFields implements CauseEvidence {
  @ApiProperty({ enum: EVIDENCE_KINDS })
  @IsIn(EVIDENCE_KINDS)
  readonly kind!: CauseEvidence['kind'];

  @ApiProperty({ maxLength: 1_000, description: 'Id of it; of a document where it is.' })
  @Length(1, 1_000)
  readonly reference!: string;

  @ApiPropertyOptional({ maxLength: 2_000 })
  @MayBeAbsent()
  @Length(1, 2_000)
  readonly note?: string;
}
