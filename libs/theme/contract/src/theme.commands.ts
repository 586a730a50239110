import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Command, IdProperty, MayBeAbsent, type CommandDescription } from '@tenure/shared-contract';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, Length } from 'class-validator';
import { THEME_SOURCES, type ThemeSource } from './theme.events';

/** A person says what it is about, in place of the rules. */
export class CorrectThemes extends Command {
  readonly type = 'CorrectThemes';

  @ApiProperty({ enum: THEME_SOURCES, description: 'What has the words.' })
  @IsIn(THEME_SOURCES)
  readonly source!: ThemeSource;

  @IdProperty('Id of the complaint, of the invitation that was answered, or of the voice.')
  readonly sourceId!: string;

  @ApiProperty({ type: [String], description: 'Ids of themes of the policy; none where it is about none of them.' })
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @Length(1, 200, { each: true })
  readonly themes!: readonly string[];

  @IdProperty('Who says so.')
  readonly by!: string;

  @ApiPropertyOptional({ maxLength: 2_000 })
  @MayBeAbsent()
  @Length(1, 2_000)
  readonly why?: string;
}

export type ThemeCommand = CorrectThemes;

export const themeCommands: readonly CommandDescription<ThemeCommand>[] = [
  { command: CorrectThemes, cloudEventType: 'tenure.themes.corrected' },
];
