/**
 * The pure fold of what customers do into what facts are worked out of:
 * `foldBehaviour(before | undefined, event)`, `factsAt(behaviour, at)`, `nextChangeAt(condition, behaviour, at)`,
 * `withStage(behaviour, stage, at)`, `dateOf(behaviour, factDate, at)`. Days are those of UTC.
 */
export { BEHAVIOUR_EVENT_TYPES, isBehaviourEvent, type BehaviourEvent } from './behaviour.events';
export { foldBehaviour, foldInto } from './behaviour.fold';
export { outlineOf, type BehaviourOutline } from './behaviour.outline';
export {
  noBehaviour,
  ownBehaviour,
  type ContractTerm,
  type Counter,
  type CustomerBehaviour,
  type OwnBehaviour,
} from './customer.behaviour';
export { contractsOf, type KnownContract } from './contracts.of';
export { dateOf, mayMoveDates } from './date.of';
export { dayOfMs, startOfDay } from './epoch.day';
export { factsAt } from './facts.at';
export { nextChangeAt } from './next.change';
export { timedCondition, type TimedCondition } from './timed.condition';
export { enterStage, withStage } from './standing.fold';
export { touchedFacts } from './touched.facts';
export { windowsAt, type BehaviourWindows } from './windows.at';
