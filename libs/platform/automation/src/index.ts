export { Automation, type AutomationOptions } from './automation';
export { failureAfter, type AutomationFailure } from './automation.failure';
export { CreateAutomationPosition1700000001000 } from './automation.migration';
export { AutomationProgress } from './automation.progress';
export { AutomationFencedError } from './automation.store';
export type { Process, ProcessBatch, StoreStep } from './process';
export { Turns } from './turns';
