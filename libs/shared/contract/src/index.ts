export {
  CASE_TYPE_NAMES,
  CASE_TYPES,
  COMPLEXITIES,
  PAUSE_REASON_KINDS,
  URGENCIES,
  type CaseType,
  type Complexity,
  type PauseReasonKind,
  type Urgency,
} from './case.terms';
export { CONTACT_CHANNELS, type ContactChannel } from './channels';
export { Command, type CommandDescription, type Plain } from './command';
export type { Language, Names, Text } from './language.terms';
export {
  LIFECYCLE_STAGES,
  RENEWAL_INTENTIONS,
  RISK_BANDS,
  type LifecycleStage,
  type RenewalIntention,
  type RiskBand,
} from './lifecycle.terms';
export { IsDay, isDay, MayBeAbsent } from './fields';
export { IdProperty, IsId, IsInstant, isInstant, Money } from './validators';
