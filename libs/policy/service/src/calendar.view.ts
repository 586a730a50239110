import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { CalendarDay, DayReason, Weekday } from '@tenure/calendar';
import { WEEKDAYS } from '@tenure/policy-contract';

export class HolidaysVersionView {
  @ApiProperty({ example: 'holidays-CN' })
  readonly policyId!: string;

  @ApiProperty({ type: 'integer' })
  readonly version!: number;
}

/** By which calendar an answer was worked out. */
export class CalendarUsedView {
  @ApiProperty({ example: 'calendar-working-cn' })
  readonly calendarId!: string;

  @ApiProperty({ type: 'integer' })
  readonly version!: number;

  @ApiProperty({ type: HolidaysVersionView, nullable: true, description: 'The newest; null where it has none.' })
  readonly holidays!: HolidaysVersionView | null;

  @ApiProperty({ example: 'Asia/Shanghai' })
  readonly timeZone!: string;
}

const REASONS: readonly DayReason[] = ['weekday', 'holiday', 'make-up-day', 'exception'];

export class CalendarDayView implements CalendarDay {
  @ApiProperty({ format: 'date' })
  readonly day!: string;

  @ApiProperty({ enum: WEEKDAYS })
  readonly weekday!: Weekday;

  @ApiProperty({ enum: REASONS, description: 'What gives the day its hours.' })
  readonly reason!: DayReason;

  @ApiPropertyOptional({ description: 'Of the holiday or the exception.', example: '国庆节' })
  readonly name?: string;

  @ApiProperty({
    type: 'array',
    items: { type: 'array', items: { type: 'string' }, minItems: 2, maxItems: 2 },
    example: [['09:00', '12:00']],
    description: 'Open from and to, by the clock of the time zone; empty where the day is closed.',
  })
  readonly hours!: readonly (readonly [string, string])[];

  @ApiProperty({ description: 'The holidays of its year are not published yet.' })
  readonly provisional!: boolean;
}

export class CalendarMonthView extends CalendarUsedView {
  @ApiProperty({ example: '2026-10' })
  readonly month!: string;

  @ApiProperty({ type: [CalendarDayView] })
  readonly days!: readonly CalendarDayView[];
}

export class DeadlineView extends CalendarUsedView {
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'In the time zone of the calendar; null while a pause without an end keeps it from being known.',
  })
  readonly dueAt!: string | null;

  @ApiProperty({ description: 'It touches a year whose holidays are not published yet.' })
  readonly provisional!: boolean;
}

export class ElapsedView extends CalendarUsedView {
  @ApiProperty({ type: 'integer', description: 'Open seconds between the two moments, without the pauses.' })
  readonly seconds!: number;

  @ApiProperty({ description: 'They touch a year whose holidays are not published yet.' })
  readonly provisional!: boolean;
}
