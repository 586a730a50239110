export { contactPlanAutomation, type ContactPlanAutomationOptions } from './contact-plan.automation';
export { ContactPlanComparator } from './contact-plan.comparator';
export { contactPlanRejectionStatuses } from './contact-plan.controller';
export { ContactPlanHttpModule } from './contact-plan.http.module';
export { ContactPlanModule } from './contact-plan.module';
export { contactPlanMigrations, contactPlanProjections } from './contact-plan.projections';
export { PlanWatchRow } from './plan-watch.entity';
