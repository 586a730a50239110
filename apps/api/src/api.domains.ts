import type { HttpStatus } from '@nestjs/common';
import { BehaviourHttpModule, contractRejectionStatuses, signalRejectionStatuses } from '@tenure/behaviour-service';
import { ChurnHttpModule, churnRejectionStatuses } from '@tenure/churn-service';
import { ComplaintHttpModule, complaintRejectionStatuses } from '@tenure/complaint-service';
import { ContactPlanHttpModule, contactPlanRejectionStatuses } from '@tenure/contact-plan-service';
import { CustomerHttpModule, customerRejectionStatuses } from '@tenure/customer-service';
import { FeedbackHttpModule, surveyRejectionStatuses, voiceRejectionStatuses } from '@tenure/feedback-service';
import { HistoryLoadHttpModule, historyLoadRejectionStatuses } from '@tenure/history-load-service';
import {
  goalRejectionStatuses,
  ImprovementHttpModule,
  measureRejectionStatuses,
  problemRejectionStatuses,
  TraceHttpModule,
} from '@tenure/improvement-service';
import { InteractionHttpModule, interactionRejectionStatuses } from '@tenure/interaction-service';
import { JourneyHttpModule, journeyRejectionStatuses } from '@tenure/journey-service';
import { LifecycleHttpModule } from '@tenure/lifecycle-service';
import { MetricHttpModule } from '@tenure/metric-service';
import { NoticeHttpModule, noticeRejectionStatuses } from '@tenure/notice-service';
import { PolicyHttpModule, policyRejectionStatuses } from '@tenure/policy-service';
import { PurchaseHttpModule, purchaseRejectionStatuses } from '@tenure/purchase-service';
import { RemedyHttpModule, remedyRejectionStatuses } from '@tenure/remedy-service';
import { recordReviewStatuses, ServiceRecordHttpModule, serviceRecordStatuses } from '@tenure/service-record-service';
import { ReportHttpModule } from '@tenure/report-service';
import { ServiceStandardHttpModule } from '@tenure/service-standard-service';
import { ThemeHttpModule, ThemePortsModule, themeRejectionStatuses } from '@tenure/theme-service';
import { TierHttpModule, tierRejectionStatuses } from '@tenure/tier-service';
import { VoucherHttpModule, voucherRejectionStatuses } from '@tenure/voucher-service';
import { CaseLimitsModule } from './case-limits.module';
import { CustomerBehaviourModule } from './customer-behaviour.module';
import { CustomerDirectoryModule } from './customer-directory.module';
import { CustomerMetricsModule } from './customer-metrics.module';
import { EventHistoryModule } from './event-history.module';
import { PolicyComparatorsModule } from './policy-comparators.module';
import { ReportSourcesModule } from './report-sources.module';

export const apiModules = [
  EventHistoryModule,
  PolicyComparatorsModule,
  CaseLimitsModule,
  CustomerDirectoryModule,
  CustomerBehaviourModule,
  ThemePortsModule,
  CustomerMetricsModule,
  ReportSourcesModule,
  CustomerHttpModule,
  InteractionHttpModule,
  PurchaseHttpModule,
  ComplaintHttpModule,
  TierHttpModule,
  HistoryLoadHttpModule,
  PolicyHttpModule,
  RemedyHttpModule,
  ServiceRecordHttpModule,
  ServiceStandardHttpModule,
  NoticeHttpModule,
  ContactPlanHttpModule,
  BehaviourHttpModule,
  LifecycleHttpModule,
  VoucherHttpModule,
  JourneyHttpModule,
  ChurnHttpModule,
  ThemeHttpModule,
  FeedbackHttpModule,
  ImprovementHttpModule,
  MetricHttpModule,
  TraceHttpModule,
  ReportHttpModule,
] as const;

/** Codes are unique in the system: each begins with its domain's name. */
export const apiRejectionStatuses: Readonly<Record<string, HttpStatus>> = {
  ...customerRejectionStatuses,
  ...interactionRejectionStatuses,
  ...purchaseRejectionStatuses,
  ...complaintRejectionStatuses,
  ...tierRejectionStatuses,
  ...historyLoadRejectionStatuses,
  ...policyRejectionStatuses,
  ...remedyRejectionStatuses,
  ...serviceRecordStatuses,
  ...recordReviewStatuses,
  ...noticeRejectionStatuses,
  ...contactPlanRejectionStatuses,
  ...signalRejectionStatuses,
  ...contractRejectionStatuses,
  ...voucherRejectionStatuses,
  ...journeyRejectionStatuses,
  ...churnRejectionStatuses,
  ...themeRejectionStatuses,
  ...problemRejectionStatuses,
  ...measureRejectionStatuses,
  ...goalRejectionStatuses,
  ...surveyRejectionStatuses,
  ...voiceRejectionStatuses,
};
