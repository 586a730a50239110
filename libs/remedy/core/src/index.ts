export { periodOf } from './budget.period';
export { discretionLedger, type DiscretionEntryRow } from './discretion-ledger.projection';
export { remedies, type RemedyPolicy } from './remedy.decider';
export { remedyRegister, type RemedyRegisterRow } from './remedy-register.projection';
export type { Remedies, Remedy } from './remedy.state';
