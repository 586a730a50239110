import { contactSchedule } from '@tenure/contact-plan-core';
import { bindProjection, type ProjectionBinding } from '@tenure/projections';
import { CreateContactPlan1700000001500 } from './contact-plan.migration';
import { ContactScheduleEntry } from './contact-schedule.entity';

export const contactPlanProjections: readonly ProjectionBinding[] = [
  bindProjection(contactSchedule, ContactScheduleEntry),
];

export const contactPlanMigrations = [CreateContactPlan1700000001500];
