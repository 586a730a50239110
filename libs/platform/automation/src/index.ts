export { Automation, type AutomationFailure, type AutomationOptions } from './automation';
export { CreateAutomationPosition1700000001000 } from './automation.migration';
export { AutomationProgress } from './automation.progress';
export { AutomationFencedError } from './automation.store';
export type { Process, ProcessBatch, StoreStep } from './process';
