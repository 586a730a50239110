export { isHeldOut } from './hold-out.choice';
export { customerJourneys } from './journey.decider';
export { dueAfter, nextDue, type DueStep } from './journey.due';
export { runIdOf } from './journey.entry';
export { namedNowhere } from './journey.names';
export {
  journeyReport,
  type GroupCounts,
  type GroupReport,
  type JourneyReport,
  type JourneyVerdict,
  type TooLittleData,
} from './journey.report';
export type { JourneyRules } from './journey.rules';
export type { CustomerJourneys, JourneyRun, JourneyTask, NextStep } from './journey.state';
export { happenedAt, isJourneyCause, isTriggeredBy, JOURNEY_CAUSES, type JourneyCause } from './journey.trigger';
export { messagingRules, type MessagingAt, type MessagingRules } from './messaging.rules';
export { standingOf } from './standing.reading';
export { journeyList, type JourneyListRow } from './journey-list.projection';
export { journeyOutcome, reached, type JourneyOutcomeRow, type JourneyOutcomeRun } from './journey-outcome.projection';
export { journeyRun, type JourneyRunRow, type JourneyRunStep } from './journey-run.projection';
export { journeyTask, type JourneyTaskRow } from './journey-task.projection';
export { STANDING_EVENT_TYPES } from './standing.fold';
export { JourneyComparison } from './simulation.comparison';
export {
  SimulationTally,
  type JourneySimulation,
  type SimulatedMonth,
  type SimulatedRun,
  type SimulatedRunStep,
  type SimulatedStep,
  type Suppression,
} from './simulation.tally';
export { simulateCustomer, type SimulationPlan, type TriedJourney } from './simulation.walk';
