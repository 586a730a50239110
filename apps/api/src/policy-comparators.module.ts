import { Global, Module, type Type } from '@nestjs/common';
import { ChurnModelComparator } from '@tenure/churn-service';
import { ContactPlanComparator } from '@tenure/contact-plan-service';
import { SurveyComparator } from '@tenure/feedback-service';
import { JourneyComparator, JourneySimulating } from '@tenure/journey-service';
import { LifecycleComparator } from '@tenure/lifecycle-service';
import { PolicyComparators, type PolicyComparator } from '@tenure/policy-contract';
import { OpenClocksComparator } from '@tenure/service-standard-service';
import { ImprovementComparator, ThemesComparator } from '@tenure/theme-service';
import { TierPolicyComparator } from '@tenure/tier-service';

/** One of each domain that works by policies; they need the global DataSource, PolicyBook, EventHistory and CustomerFactsPages. */
const comparators: readonly Type<PolicyComparator>[] = [
  TierPolicyComparator,
  OpenClocksComparator,
  ContactPlanComparator,
  LifecycleComparator,
  JourneyComparator,
  ChurnModelComparator,
  SurveyComparator,
  ThemesComparator,
  ImprovementComparator,
];

/** Puts the domains' comparators together, for what compares drafts with today. */
@Global()
@Module({
  providers: [
    JourneySimulating,
    ...comparators,
    {
      provide: PolicyComparators,
      useFactory: (...all: PolicyComparator[]) => new PolicyComparators(all),
      inject: [...comparators],
    },
  ],
  exports: [PolicyComparators],
})
export class PolicyComparatorsModule {}
