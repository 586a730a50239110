import { BehaviourModule } from '@tenure/behaviour-service';
import { ChurnModule } from '@tenure/churn-service';
import { ComplaintModule } from '@tenure/complaint-service';
import { ContactPlanModule } from '@tenure/contact-plan-service';
import { CustomerModule } from '@tenure/customer-service';
import { FeedbackModule } from '@tenure/feedback-service';
import { HistoryLoadModule } from '@tenure/history-load-service';
import { ImprovementModule } from '@tenure/improvement-service';
import { InteractionModule } from '@tenure/interaction-service';
import { JourneyModule } from '@tenure/journey-service';
import { NoticeModule } from '@tenure/notice-service';
import { PolicyModule } from '@tenure/policy-service';
import { PurchaseModule } from '@tenure/purchase-service';
import { RemedyModule } from '@tenure/remedy-service';
import { ServiceRecordModule } from '@tenure/service-record-service';
import { ThemeModule } from '@tenure/theme-service';
import { TierModule } from '@tenure/tier-service';
import { VoucherModule } from '@tenure/voucher-service';

/** The modules whose handlers carry the commands out; they need CommandsModule. */
export const domainModules = [
  CustomerModule,
  InteractionModule,
  PurchaseModule,
  ComplaintModule,
  TierModule,
  HistoryLoadModule,
  PolicyModule,
  RemedyModule,
  ServiceRecordModule,
  NoticeModule,
  ContactPlanModule,
  BehaviourModule,
  VoucherModule,
  JourneyModule,
  ChurnModule,
  FeedbackModule,
  ImprovementModule,
  ThemeModule,
] as const;
