export { ChurnModelComparator } from './churn-model.comparator';
export { churnAutomation, type ChurnAutomationOptions } from './churn.automation';
export { ChurnHttpModule } from './churn.http.module';
export { ChurnModule } from './churn.module';
export { churnMigrations, churnProjections } from './churn.projections';
export { churnRejectionStatuses } from './churn.statuses';
export { ScoringRunRow } from './scoring-run.entity';
