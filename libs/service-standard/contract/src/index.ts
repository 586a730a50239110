export { caseClockCodec, type CaseClockEvent } from './case-clock.events';
export type {
  ClockBasisChanged,
  ClockBreached,
  ClockCancelled,
  ClockContinued,
  ClockEscalated,
  ClockMet,
  ClockPaused,
  ClockReminded,
  ClockResumed,
  ClockRetargeted,
  ClockStarted,
} from './case-clock.facts';
export type { CaseClockRejection } from './case-clock.rejections';
export type { CaseFact, LoggedCaseFact, TimePassed } from './case.fact';
export type { CalendarReference, ClockBasis, ClockCause, ClockTarget, StandardReference } from './clock.basis';
export { StandardTables, type PrintedTable, type PrintedTables } from './standard.tables';
export { ObserveCase, type CaseClockCommand } from './observe-case.command';
