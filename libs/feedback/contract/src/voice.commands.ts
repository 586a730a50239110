import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsUrl, Length, Max, Min } from 'class-validator';
import { Command, IdProperty, IsId, MayBeAbsent, type CommandDescription } from '@tenure/shared-contract';
import { LabelsProperty } from './labels.property';
import { VOICE_KINDS, type VoiceKind } from './voice.events';

/** What a customer said where nobody asked by a survey: in an interview, a forum, social media, at the front line. */
export class RecordVoice extends Command {
  readonly type = 'RecordVoice';

  @IdProperty('Id of what was said, chosen by the sender: the same id again is the same words.')
  readonly voiceId!: string;

  @ApiProperty({ enum: VOICE_KINDS })
  @IsIn(VOICE_KINDS)
  readonly kind!: VoiceKind;

  @ApiPropertyOptional({ description: 'Who said it, where that is known.' })
  @MayBeAbsent()
  @IsId()
  readonly customerId?: string;

  @ApiProperty({ maxLength: 20_000, description: 'In the words in which it was said.' })
  @Length(1, 20_000)
  readonly text!: string;

  @ApiPropertyOptional({ maxLength: 500, description: 'Product or service that it is about.' })
  @MayBeAbsent()
  @Length(1, 500)
  readonly product?: string;

  @LabelsProperty('What it is about, by whoever records it.')
  readonly labels?: readonly string[];

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 5, description: 'Where the source has one.' })
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(5)
  readonly rating?: number;

  @ApiPropertyOptional({ maxLength: 2_000, format: 'uri', description: 'Where it can be read.' })
  @MayBeAbsent()
  @Length(1, 2_000)
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  readonly address?: string;

  @ApiPropertyOptional({ description: 'The case that it belongs to, where there is one.' })
  @MayBeAbsent()
  @IsId()
  readonly caseId?: string;

  @IdProperty('Who wrote it down.')
  readonly by!: string;
}

export const voiceCommands: readonly CommandDescription<RecordVoice>[] = [
  { command: RecordVoice, cloudEventType: 'tenure.voice.heard' },
];
