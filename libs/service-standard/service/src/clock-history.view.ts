import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Text } from '@tenure/shared-contract';
import { ClockStandingView } from './case-queue.view';

export class WordsView implements Text {
  @ApiProperty()
  readonly zh!: string;

  @ApiProperty()
  readonly en!: string;
}

/** One thing that happened to a clock. */
export class ClockEventView {
  @ApiProperty({ example: 'ClockPaused' })
  readonly type!: string;

  @ApiProperty({ format: 'date-time', description: 'When it happened in the business.' })
  readonly at!: string;

  @ApiProperty({ format: 'date-time' })
  readonly recordedAt!: string;

  @ApiProperty({ example: '10432' })
  readonly position!: string;

  @ApiProperty({ description: 'The clocks that it is about.', example: ['resolution'] })
  readonly clockIds!: readonly string[];

  @ApiProperty({ type: WordsView })
  readonly words!: WordsView;

  @ApiPropertyOptional({ format: 'date-time', description: 'When the clock is due from then on, where that is told.' })
  readonly dueAt?: string;

  @ApiPropertyOptional({ description: 'The standard from then on.', example: 'service-standard 2, response-A' })
  readonly standard?: string;

  @ApiPropertyOptional({ description: 'The calendar from then on.', example: 'calendar-working-cn 1, holidays 3' })
  readonly calendar?: string;

  @ApiProperty({ description: 'The fact that it follows from.', example: 'held' })
  readonly cause!: string;
}

export class PauseView {
  @ApiProperty({ example: 'waiting-on-customer' })
  readonly reason!: string;

  @ApiProperty({ format: 'date-time' })
  readonly from!: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Absent while it goes on.' })
  readonly to?: string;
}

/** A clock, how it stands, and when it stood still. */
export class CaseClockView extends ClockStandingView {
  @ApiProperty({ format: 'date-time' })
  readonly startedAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly breachedAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When it was met or cancelled.' })
  readonly finishedAt!: string | null;

  @ApiProperty({ description: 'In which its days and months are told.' })
  readonly timeZone!: string;

  @ApiProperty({ type: [PauseView] })
  readonly pauses!: readonly PauseView[];
}

export class ClockHistoryView {
  @ApiProperty()
  readonly caseId!: string;

  @ApiProperty({ type: [CaseClockView] })
  readonly clocks!: readonly CaseClockView[];

  @ApiProperty({ type: [ClockEventView], description: 'In the order of the log.' })
  readonly events!: readonly ClockEventView[];
}
