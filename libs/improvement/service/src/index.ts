export { ImprovementDueRow } from './improvement-due.entity';
export { goalRejectionStatuses } from './goal.controller';
export {
  improvementAutomation,
  type ImprovementAutomationOptions,
  type ImprovementParts,
} from './improvement.automation';
export { ImprovementHttpModule } from './improvement.http.module';
export type { SendImprovementCommand } from './improvement.sending';
export { ImprovementStreams } from './improvement.streams';
export { ImprovementModule } from './improvement.module';
export { improvementMigrations, improvementProjections } from './improvement.projections';
export { planDigest } from './measure.digest';
export { measureRejectionStatuses } from './measure.statuses';
export { problemRejectionStatuses } from './problem.statuses';
export { TraceHttpModule } from './trace.http.module';
