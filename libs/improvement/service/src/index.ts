export { ImprovementDueRow } from './improvement-due.entity';
export {
  improvementAutomation,
  type ImprovementAutomationOptions,
  type ImprovementParts,
} from './improvement.automation';
export { ImprovementHttpModule } from './improvement.http.module';
export { ImprovementModule } from './improvement.module';
export { improvementMigrations, improvementProjections } from './improvement.projections';
