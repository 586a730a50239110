import { ApiProperty } from '@nestjs/swagger';
import {
  SUBJECT_KINDS,
  SURVEY_LANGUAGES,
  VOICE_KINDS,
  type SurveyAnswer,
  type SurveyLanguage,
  type SurveySubject,
  type VoiceKind,
} from '@tenure/feedback-contract';
import type { CustomerVoiceRow, SurveyResponseRow } from '@tenure/feedback-core';

const text = { type: String, nullable: true } as const;
const score = (from: number, to: number) => ({ type: 'integer', minimum: from, maximum: to, nullable: true }) as const;
const instant = { type: String, format: 'date-time' } as const;
const texts = { type: 'array', items: { type: 'string' } } as const;

/** An invitation to a survey, and what came of it. */
export class SurveyResponseView {
  @ApiProperty()
  readonly invitationId!: string;

  @ApiProperty()
  readonly surveyId!: string;

  @ApiProperty({ type: 'integer', description: 'Whose questions were asked.' })
  readonly version!: number;

  @ApiProperty()
  readonly customerId!: string;

  @ApiProperty({ type: String, nullable: true, enum: [...SUBJECT_KINDS, null] })
  readonly aboutKind!: SurveySubject['kind'] | null;

  @ApiProperty(text)
  readonly aboutId!: string | null;

  @ApiProperty(text)
  readonly product!: string | null;

  @ApiProperty(texts)
  readonly labels!: readonly string[];

  @ApiProperty({ description: 'Whether the platform wrote to the customer.' })
  readonly sent!: boolean;

  @ApiProperty(text)
  readonly invitedBy!: string | null;

  @ApiProperty(instant)
  readonly invitedAt!: string;

  @ApiProperty({ ...instant, description: 'Not answered at this moment any more.' })
  readonly endsAt!: string;

  @ApiProperty({ ...instant, nullable: true })
  readonly answeredAt!: string | null;

  @ApiProperty({ type: String, nullable: true, enum: [...SURVEY_LANGUAGES, null] })
  readonly language!: SurveyLanguage | null;

  @ApiProperty(score(1, 5))
  readonly csat!: number | null;

  @ApiProperty(score(0, 10))
  readonly nps!: number | null;

  @ApiProperty(score(1, 7))
  readonly ces!: number | null;

  @ApiProperty({ ...score(1, 5), description: '响应及时性.' })
  readonly responsiveness!: number | null;

  @ApiProperty({ ...score(1, 5), description: '问题解决效率.' })
  readonly resolution!: number | null;

  @ApiProperty({ ...score(1, 5), description: '服务态度.' })
  readonly attitude!: number | null;

  @ApiProperty({
    type: 'array',
    nullable: true,
    items: { type: 'object' },
    description: 'As they were given: a score, what was chosen, or a text for each question.',
  })
  readonly answers!: readonly SurveyAnswer[] | null;

  @ApiProperty({ ...text, description: 'All that was said in words.' })
  readonly text!: string | null;

  @ApiProperty({ example: '10432', description: 'Of the newest event in it.' })
  readonly position!: string;
}

/** What a customer said where nobody asked by a survey. */
export class CustomerVoiceView {
  @ApiProperty()
  readonly voiceId!: string;

  @ApiProperty({ enum: VOICE_KINDS })
  readonly kind!: VoiceKind;

  @ApiProperty(text)
  readonly customerId!: string | null;

  @ApiProperty()
  readonly text!: string;

  @ApiProperty(text)
  readonly product!: string | null;

  @ApiProperty(texts)
  readonly labels!: readonly string[];

  @ApiProperty(score(1, 5))
  readonly rating!: number | null;

  @ApiProperty({ ...text, description: 'Where it can be read.' })
  readonly address!: string | null;

  @ApiProperty(text)
  readonly caseId!: string | null;

  @ApiProperty()
  readonly recordedBy!: string;

  @ApiProperty(instant)
  readonly heardAt!: string;

  @ApiProperty({ example: '10432' })
  readonly position!: string;
}

export const responseView = (row: SurveyResponseRow): SurveyResponseView => ({ ...row, position: `${row.position}` });

export const voiceView = (row: CustomerVoiceRow): CustomerVoiceView => ({ ...row, position: `${row.position}` });
