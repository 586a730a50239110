import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { THEME_SOURCES, type ThemeSource } from '@tenure/theme-contract';

export class ThemeTitle {
  @ApiProperty()
  readonly zh!: string;

  @ApiProperty()
  readonly en!: string;
}

class ThemeCount {
  @ApiProperty({ example: 'late-delivery' })
  readonly themeId!: string;

  @ApiProperty({ type: ThemeTitle, description: 'Of the newest version of the policy that has it; else its id.' })
  readonly title!: ThemeTitle;

  @ApiProperty({ type: 'integer' })
  readonly texts!: number;

  @ApiProperty({ description: 'Of all texts of the source in the month, in percent. A text may have several themes.' })
  readonly sharePercent!: number;
}

/** What was written in a month, and what it was about. */
export class ThemeMonthView {
  @ApiProperty({ example: '2024-03', description: 'In the time zone of the policy of improvement.' })
  readonly month!: string;

  @ApiProperty({ enum: THEME_SOURCES })
  readonly source!: ThemeSource;

  @ApiProperty({ type: 'integer' })
  readonly texts!: number;

  @ApiProperty({ type: 'integer', description: 'With a theme at least.' })
  readonly themed!: number;

  @ApiProperty({ type: [ThemeCount], description: 'The most frequent first.' })
  readonly themes!: readonly ThemeCount[];
}

/** A text and what it is about; what was written stands where it comes from. */
export class ThemedTextView {
  @ApiProperty({ enum: THEME_SOURCES })
  readonly source!: ThemeSource;

  @ApiProperty({ description: 'Id of the complaint, of the invitation that was answered, or of the voice.' })
  readonly sourceId!: string;

  @ApiProperty({ type: String, nullable: true })
  readonly customerId!: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly product!: string | null;

  @ApiProperty({ format: 'date-time' })
  readonly at!: string;

  @ApiProperty({ type: [String] })
  readonly themes!: readonly string[];

  @ApiProperty({ type: [String], description: 'Steps of the service that the themes fall to.' })
  readonly steps!: readonly string[];

  @ApiProperty({ description: 'Whether a person said what it is about.' })
  readonly corrected!: boolean;
}

class ReasonWordView {
  @ApiProperty({ description: 'As the rule has it.' })
  readonly word!: string;

  @ApiProperty({ example: 'description', description: 'The part of the text that it occurs in.' })
  readonly place!: string;
}

class ReasonView {
  @ApiProperty({ enum: ['words', 'label'] })
  readonly kind!: 'words' | 'label';

  @ApiPropertyOptional({ type: [ReasonWordView], description: 'All of a group of the rule.' })
  readonly words?: readonly ReasonWordView[];

  @ApiPropertyOptional()
  readonly label?: string;
}

class FoundThemeView {
  @ApiProperty()
  readonly themeId!: string;

  @ApiProperty({ type: ThemeTitle })
  readonly title!: ThemeTitle;

  @ApiProperty({ type: [ReasonView] })
  readonly because!: readonly ReasonView[];
}

class CorrectionView {
  @ApiProperty({ type: [String] })
  readonly themes!: readonly string[];

  @ApiProperty()
  readonly by!: string;

  @ApiPropertyOptional()
  readonly why?: string;

  @ApiProperty({ format: 'date-time' })
  readonly at!: string;
}

/** The same with the reasons. */
export class ThemedTextDetails extends ThemedTextView {
  @ApiProperty({ type: 'integer', description: 'Version of the policy of themes; 0 where none was in force then.' })
  readonly ruledBy!: number;

  @ApiProperty({ type: [FoundThemeView], description: 'What the rules say, whatever a person said.' })
  readonly found!: readonly FoundThemeView[];

  @ApiProperty({ type: [CorrectionView], description: 'The last one is what holds.' })
  readonly corrections!: readonly CorrectionView[];
}
