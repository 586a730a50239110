import { ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { VOICE_KINDS, type VoiceKind } from '@tenure/feedback-contract';
import { PageQuery } from '@tenure/http';
import { IsId, IsInstant, MayBeAbsent } from '@tenure/shared-contract';
import { IsIn, Length, Matches } from 'class-validator';

const PLAIN = /^[^\0]*$/;
const plainText = { message: '$property must not contain U+0000' };

class FeedbackFilter {
  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsId()
  readonly customerId?: string;

  @ApiPropertyOptional()
  @MayBeAbsent()
  @Length(1, 500)
  @Matches(PLAIN, plainText)
  readonly product?: string;

  @ApiPropertyOptional({ description: 'One of its labels.' })
  @MayBeAbsent()
  @Length(1, 200)
  @Matches(PLAIN, plainText)
  readonly label?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Answered or heard at this moment or later.' })
  @MayBeAbsent()
  @IsInstant()
  readonly from?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Answered or heard before this moment.' })
  @MayBeAbsent()
  @IsInstant()
  readonly until?: string;
}

export class AnswerListQuery extends IntersectionType(PageQuery, FeedbackFilter) {
  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsId()
  readonly surveyId?: string;
}

export class VoiceListQuery extends IntersectionType(PageQuery, FeedbackFilter) {
  @ApiPropertyOptional({ enum: VOICE_KINDS })
  @MayBeAbsent()
  @IsIn(VOICE_KINDS)
  readonly kind?: VoiceKind;
}
