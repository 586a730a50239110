export {
  type CalendarDefinition,
  type CalendarException,
  type Holiday,
  type HolidayYear,
  type HolidayYears,
  type OpenInterval,
  type Weekday,
  WEEKDAYS,
  type WeeklyHours,
} from './calendar.definition';
export { flawsOf } from './calendar.flaws';
export { flawsOfHolidays } from './holiday.flaws';
export { dayNumber, dayText, parseDay } from './civil.day';
export { type Flaw, flawText } from './flaw';
export { type BusinessCalendar, compileCalendar } from './business.calendar';
export { deadline, type Deadline, elapsed, type Elapsed } from './business.time';
export { type CalendarDay, calendarDay, dayOf, isOpenAt, localText, openIntervals } from './calendar.day';
export type { DayReason } from './day.plan';
export type { Moment } from './moment';
export { flawOfPauses, type Pause } from './pauses';
export { dayAt, dayNumberOf, startOfDayNumber } from './zone.days';
export { MONTH, type MonthWindow, monthAt, monthsBetween, monthsLater, windowOfMonth } from './zone.months';
