import { Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import {
  Clock,
  CommandOperation,
  CommandWriter,
  fail,
  failAt,
  IdPipe,
  IncomingCommand,
  pageOf,
  QueryPipe,
  ReadOperation,
  type Incoming,
  type Page,
  type WriteAnswer,
} from '@tenure/http';
import { IsInstant, MayBeAbsent } from '@tenure/shared-contract';
import { CorrectThemes, THEME_SOURCES, type ThemeSource } from '@tenure/theme-contract';
import { IsIn } from 'class-validator';
import { DetectionReading } from './detection.reading';
import { DetectionView } from './detection.view';
import { ThemedTextList, ThemedTextsQuery } from './themed-text.list';
import { ThemedTextReading } from './themed-text.reading';
import { ThemeMonths } from './theme.months';
import { themeRejectionStatuses as statuses } from './theme.statuses';
import { ThemedTextDetails, ThemedTextView, ThemeMonthView } from './theme.view';

export class ThemeMonthsQuery {
  @ApiPropertyOptional({ format: 'date-time', description: 'A year before `to`, where it is left out.' })
  @MayBeAbsent()
  @IsInstant()
  readonly from?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Not included; now, where it is left out.' })
  @MayBeAbsent()
  @IsInstant()
  readonly to?: string;

  @ApiPropertyOptional({ enum: THEME_SOURCES })
  @MayBeAbsent()
  @IsIn(THEME_SOURCES)
  readonly source?: ThemeSource;
}

export class DetectionQuery {
  @ApiPropertyOptional({ format: 'date-time', description: 'On the day of this moment; today, where it is left out.' })
  @MayBeAbsent()
  @IsInstant()
  readonly at?: string;
}

const DEFAULT_DAYS = 365;
const path = ['source', 'sourceId'] as const;

@ApiTags('themes')
@Controller('themes')
export class ThemeController {
  constructor(
    @Inject(ThemeMonths) private readonly months: ThemeMonths,
    @Inject(ThemedTextList) private readonly texts: ThemedTextList,
    @Inject(ThemedTextReading) private readonly reading: ThemedTextReading,
    @Inject(DetectionReading) private readonly detection: DetectionReading,
    @Inject(CommandWriter) private readonly commands: CommandWriter,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get()
  @ReadOperation({
    id: 'listThemes',
    summary: 'What complaints, answers and voices were about, month by month',
    answer: ThemeMonthView,
    list: true,
  })
  list(
    @Query(QueryPipe) { from, to = this.clock.now(), source }: ThemeMonthsQuery,
  ): Promise<readonly ThemeMonthView[]> {
    const begin = from ?? new Date(Date.parse(to) - DEFAULT_DAYS * 86_400_000).toISOString();
    return this.months.read({ source, from: begin, to });
  }

  @Get('detection')
  @ReadOperation({
    id: 'getDetection',
    summary: 'What is watched for rises, and how far it is from being a problem',
    description: 'By the counts of today, and the rule in force on the day.',
    answer: DetectionView,
  })
  async watched(@Query(QueryPipe) { at = this.clock.now() }: DetectionQuery): Promise<DetectionView> {
    const found = await this.detection.at(at);
    if (!found) throw fail('not-found', 'No policy of improvement is in force then');
    return found;
  }

  @Get('texts')
  @ReadOperation({
    id: 'listThemedTexts',
    summary: 'Complaints, answers and voices by theme, the newest first',
    answer: pageOf(ThemedTextView),
  })
  page(@Query(QueryPipe) query: ThemedTextsQuery): Promise<Page<ThemedTextView>> {
    return this.texts.page(query);
  }

  @Get('texts/:source/:sourceId')
  @ReadOperation({
    id: 'getThemedText',
    summary: 'What a text is about, by which words of which rule, and what people said of it',
    answer: ThemedTextDetails,
    path: [...path],
  })
  async text(
    @Param('source', IdPipe) source: string,
    @Param('sourceId', IdPipe) sourceId: string,
  ): Promise<ThemedTextDetails> {
    const found = await this.reading.get(sourceOf(source), sourceId);
    if (!found) throw notKnown(source, sourceId);
    return found;
  }

  @Post('texts/:source/:sourceId/correction')
  @CommandOperation({
    command: CorrectThemes,
    summary: 'Say what a text is about, in place of the rules',
    description: 'What the rules say stays to be seen. Counts, and the problems that it belongs to, follow.',
    path,
    statuses,
  })
  async correct(
    @Param('source', IdPipe) source: string,
    @Param('sourceId', IdPipe) sourceId: string,
    @IncomingCommand() incoming: Incoming,
  ): Promise<WriteAnswer> {
    if (!(await this.reading.isKnown(sourceOf(source), sourceId))) throw notKnown(source, sourceId);
    return this.commands.write(CorrectThemes, incoming, statuses);
  }
}

const notKnown = (source: string, sourceId: string): Error =>
  fail('not-found', `No ${source} ${sourceId} with words is known`);

function sourceOf(source: string): ThemeSource {
  const known = THEME_SOURCES.find((one) => one === source);
  if (!known) throw failAt('invalid-parameter', 'source', `source must be one of ${THEME_SOURCES.join(', ')}`);
  return known;
}
