export { caseClocks } from './case-clocks.decider';
export type { CaseClocks, ObservedCase } from './case-clocks.state';
export { nextMomentsOf } from './clock.advance';
export type { Clock, ClockPause, ClockSpan } from './clock.state';
export {
  standardsBook,
  USUAL_STANDARD,
  type EscalationChain,
  type ServiceStandard,
  type StandardsBook,
} from './standards.book';
