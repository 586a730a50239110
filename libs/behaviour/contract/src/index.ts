export {
  atomsOf,
  holds,
  type Condition,
  type FactCondition,
  type KnownCondition,
  type NumberCondition,
  type TextCondition,
  type YesNoCondition,
} from './condition';
export { CustomerFactsReader } from './customer-facts.reader';
export {
  FACT_NAMES,
  NUMBER_FACTS,
  TEXT_FACTS,
  YES_NO_FACTS,
  type FactName,
  type Facts,
  type NumberFact,
  type TextFact,
  type YesNoFact,
} from './fact.catalogue';
