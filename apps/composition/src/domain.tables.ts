import { CreateAutomationPosition1700000001000 } from '@tenure/automation-runtime';
import { behaviourMigrations, behaviourProjections } from '@tenure/behaviour-service';
import { churnMigrations, churnProjections, ScoringRunRow } from '@tenure/churn-service';
import { complaintMigrations, complaintProjections } from '@tenure/complaint-service';
import { contactPlanMigrations, contactPlanProjections, PlanWatchRow } from '@tenure/contact-plan-service';
import { customerMigrations, customerProjections } from '@tenure/customer-service';
import { ImprovementDueRow, improvementMigrations, improvementProjections } from '@tenure/improvement-service';
import {
  feedbackMigrations,
  feedbackProjections,
  KnownSurvey,
  SurveyAskedRow,
  SurveyDueRow,
  SurveyRoundRow,
} from '@tenure/feedback-service';
import { JourneyDueRow, journeyMigrations, journeyProjections, KnownJourney } from '@tenure/journey-service';
import { lifecycleMigrations, lifecycleProjections, LifecycleReviewRow } from '@tenure/lifecycle-service';
import { metricMigrations, metricProjections } from '@tenure/metric-service';
import { noticeMigrations, noticeProjections } from '@tenure/notice-service';
import { policyMigrations, policyProjections } from '@tenure/policy-service';
import {
  CreateProjectionCheckpoint1700000000000,
  CreateProjectionParking1700000000900,
  ProjectionCheckpoint,
  type ProjectionBinding,
} from '@tenure/projections';
import {
  CreateTierAutomation1700000000500,
  TierAutomationState,
  tierMigrations,
  tierProjections,
  TierReviewRow,
} from '@tenure/tier-service';
import { remedyMigrations, remedyProjections } from '@tenure/remedy-service';
import { serviceRecordMigrations, serviceRecordProjections } from '@tenure/service-record-service';
import {
  CreateWatchedCase1700000001100,
  serviceStandardMigrations,
  serviceStandardProjections,
  WatchedCase,
  WatchedTier,
} from '@tenure/service-standard-service';
import { themeEntities, themeMigrations } from '@tenure/theme-service';
import { VoucherDueRow, voucherMigrations, voucherProjections } from '@tenure/voucher-service';
import { CreateReadModelPosition1700000000950 } from './read-model-position.migration';

/** Every projection of the platform with its table. */
export const domainProjections: readonly ProjectionBinding[] = [
  ...customerProjections,
  ...complaintProjections,
  ...tierProjections,
  ...remedyProjections,
  ...serviceRecordProjections,
  ...noticeProjections,
  ...policyProjections,
  ...serviceStandardProjections,
  ...contactPlanProjections,
  ...behaviourProjections,
  ...lifecycleProjections,
  ...voucherProjections,
  ...journeyProjections,
  ...churnProjections,
  ...feedbackProjections,
  ...improvementProjections,
  ...metricProjections,
];

export const domainEntities = [
  ProjectionCheckpoint,
  TierReviewRow,
  TierAutomationState,
  WatchedCase,
  WatchedTier,
  PlanWatchRow,
  LifecycleReviewRow,
  VoucherDueRow,
  JourneyDueRow,
  KnownJourney,
  ScoringRunRow,
  KnownSurvey,
  SurveyAskedRow,
  SurveyDueRow,
  SurveyRoundRow,
  ImprovementDueRow,
  ...themeEntities,
  ...domainProjections.map(({ entity }) => entity),
];

export const domainMigrations = [
  CreateProjectionCheckpoint1700000000000,
  CreateTierAutomation1700000000500,
  CreateAutomationPosition1700000001000,
  CreateWatchedCase1700000001100,
  CreateReadModelPosition1700000000950,
  ...customerMigrations,
  ...complaintMigrations,
  ...tierMigrations,
  ...remedyMigrations,
  ...serviceRecordMigrations,
  ...noticeMigrations,
  ...policyMigrations,
  ...serviceStandardMigrations,
  ...contactPlanMigrations,
  ...behaviourMigrations,
  ...lifecycleMigrations,
  ...voucherMigrations,
  ...journeyMigrations,
  ...churnMigrations,
  ...feedbackMigrations,
  ...improvementMigrations,
  ...metricMigrations,
  ...themeMigrations,
  CreateProjectionParking1700000000900,
];
