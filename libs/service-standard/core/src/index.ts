export {
  ATTAINMENT_DIMENSIONS,
  attainmentBy,
  type AttainedClock,
  type Attainment,
  type AttainmentDimension,
} from './attainment';
export { caseClock } from './case-clock.projection';
export type { CaseClockRow, ClockHistoryEntry, ClockOutcome, RowPause } from './case-clock.row';
export { caseClocks } from './case-clocks.decider';
export type { CaseClocks, ObservedCase } from './case-clocks.state';
export { nextMomentsOf } from './clock.advance';
export type { Clock, ClockPause, ClockSpan } from './clock.state';
export { pinnedBook } from './pinned.book';
export { restate, type ClockJudgement, type RestatedUnder, type Restatement } from './restatement';
export {
  standardsBook,
  USUAL_STANDARD,
  type EscalationChain,
  type ServiceStandard,
  type StandardsBook,
} from './standards.book';
