export { caseClockAggregate, CASE_CLOCKS_CATEGORY } from './case-clock.aggregate';
export type { OnRefusedFact } from './case.observing';
export { serviceStandardAutomation, type ServiceStandardAutomationOptions } from './service-standard.automation';
export { WatchedCase, WatchedTier } from './watched-case.entity';
export { CreateWatchedCase1700000001100 } from './watched-case.migration';
export { CaseClockEntry } from './case-clock.entity';
export { CaseClockLimits } from './case-clock.limits';
export { serviceStandardMigrations, serviceStandardProjections } from './service-standard.projections';
