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
export type { ContractRejection, SignalRejection } from './behaviour.rejections';
export { AgreeContract, contractCommands, EndContract, RenewContract, type ContractCommand } from './contract.commands';
export {
  contractCodec,
  type ContractAgreed,
  type ContractEnded,
  type ContractEvent,
  type ContractRenewed,
} from './contract.events';
export { CustomerFactsPages, type KnownCustomer } from './customer-facts.pages';
export { CustomerEventsUntil } from './customer-events.until';
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
export {
  RecordAnomaly,
  RecordCompetitorContact,
  RecordFeatureUse,
  RecordLogin,
  RecordRenewalIntention,
  RecordServiceRating,
  RecordUnansweredContact,
  signalCommands,
  type SignalCommand,
} from './signal.commands';
export {
  signalCodec,
  type AnomalySeen,
  type CompetitorContactSeen,
  type ContactUnanswered,
  type CustomerLoggedIn,
  type FeatureUsed,
  type RenewalIntentionStated,
  type ServiceRated,
  type SignalEvent,
} from './signal.events';
