import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type BusinessCalendar, calendarDay, deadline, elapsed, localText, type Pause } from '@tenure/calendar';
import { Clock, fail, failAt, IdPipe, QueryPipe, ReadOperation } from '@tenure/http';
import { CalendarBook, type KnownCalendar } from './calendar.book';
import { CalendarMonthQuery, DeadlineQuery, ElapsedQuery, pausesOf } from './calendar.parameters';
import { CalendarMonthView, type CalendarUsedView, DeadlineView, ElapsedView } from './calendar.view';

const AS_CLOCKS_DO = 'By the version in force at the start, with the holidays as far as they are published today.';

@ApiTags('calendars')
@Controller('calendars/:calendarId')
export class CalendarQueriesController {
  constructor(
    @Inject(CalendarBook) private readonly calendars: CalendarBook,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get('days')
  @ReadOperation({
    id: 'listCalendarDays',
    summary: 'The days of a month: when each is open, and why',
    answer: CalendarMonthView,
    path: ['calendarId'],
  })
  async days(
    @Param('calendarId', IdPipe) calendarId: string,
    @Query(QueryPipe) { month, at }: CalendarMonthQuery,
  ): Promise<CalendarMonthView> {
    const known = await this.#inForce(calendarId, at ?? this.clock.now());
    return { ...usedIn(known), month, days: daysOf(month).map((day) => calendarDay(day, known.calendar)) };
  }

  @Get('deadline')
  @ReadOperation({
    id: 'getDeadline',
    summary: 'When something is due that may take so many open minutes',
    description: AS_CLOCKS_DO,
    answer: DeadlineView,
    path: ['calendarId'],
  })
  async deadline(
    @Param('calendarId', IdPipe) calendarId: string,
    @Query(QueryPipe) query: DeadlineQuery,
  ): Promise<DeadlineView> {
    const pauses = pausesOf(query);
    const known = await this.#inForce(calendarId, query.start);
    const due = dueOf(query, known.calendar, pauses);
    return {
      ...usedIn(known),
      dueAt: due ? localText(due.at, known.calendar) : null,
      provisional: due?.provisional ?? false,
    };
  }

  @Get('elapsed')
  @ReadOperation({
    id: 'getElapsed',
    summary: 'How much open time lies between two moments',
    description: AS_CLOCKS_DO,
    answer: ElapsedView,
    path: ['calendarId'],
  })
  async elapsed(
    @Param('calendarId', IdPipe) calendarId: string,
    @Query(QueryPipe) query: ElapsedQuery,
  ): Promise<ElapsedView> {
    const { start, end } = query;
    if (Date.parse(end) < Date.parse(start)) {
      throw failAt('invalid-parameter', 'end', `The end ${end} lies before the start ${start}`);
    }
    const pauses = pausesOf(query);
    const known = await this.#inForce(calendarId, start);
    return { ...usedIn(known), ...elapsed(start, end, known.calendar, pauses) };
  }

  async #inForce(calendarId: string, at: string): Promise<KnownCalendar> {
    const known = await this.calendars.inForce(calendarId, at);
    if (!known) throw fail('not-found', `There is no calendar ${calendarId}`);
    return known;
  }
}

function dueOf({ start, minutes }: DeadlineQuery, calendar: BusinessCalendar, pauses: readonly Pause[]) {
  try {
    return deadline(start, minutes * 60, calendar, pauses);
  } catch (cause) {
    // It would come after the last year that is counted.
    if (cause instanceof RangeError) throw failAt('invalid-parameter', 'minutes', cause.message, { cause });
    throw cause;
  }
}

const usedIn = ({ calendarId, version, holidays, calendar }: KnownCalendar): CalendarUsedView => ({
  calendarId,
  version,
  holidays: holidays ?? null,
  timeZone: calendar.definition.timeZone,
});

/** Of `YYYY-MM`. */
function daysOf(month: string): readonly string[] {
  const first = Date.parse(`${month}-01T00:00:00Z`);
  const days = Array.from({ length: 31 }, (_, index) =>
    new Date(first + index * 86_400_000).toISOString().slice(0, 10),
  );
  return days.filter((day) => day.startsWith(month));
}
