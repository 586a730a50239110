export {
  ATTAINMENT_DIMENSIONS,
  AttainmentCount,
  attainmentBy,
  type AttainedClock,
  type Attainment,
  type AttainmentDimension,
} from './attainment';
export { caseQueue } from './case-queue.projection';
export { NOT_DUE, type CaseQueueRow, type QueuedClock } from './case-queue.row';
export { caseClock } from './case-clock.projection';
export type { CaseClockRow, ClockHistoryEntry, ClockOutcome, RowPause } from './case-clock.row';
export { caseClocks } from './case-clocks.decider';
export type { CaseClocks, ObservedCase } from './case-clocks.state';
export { nextMomentsOf } from './clock.advance';
export type { Clock, ClockPause, ClockSpan } from './clock.state';
export { CLOCK_STATES, standingOf, type ClockStanding, type ClockState } from './clock.standing';
export { pinnedBook } from './pinned.book';
export {
  attainmentTwice,
  restatedClock,
  type AttainmentFigures,
  type AttainmentTwice,
  type RestatedRow,
} from './restated.attainment';
export { restate, type ClockJudgement, type RestatedUnder, type Restatement } from './restatement';
export {
  standardsBook,
  USUAL_STANDARD,
  type EscalationChain,
  type ServiceStandard,
  type StandardsBook,
} from './standards.book';
