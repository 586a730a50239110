import { Global, Module, type Type } from '@nestjs/common';
import { ContactPlanComparator } from '@tenure/contact-plan-service';
import { PolicyComparators, type PolicyComparator } from '@tenure/policy-contract';
import { OpenClocksComparator } from '@tenure/service-standard-service';
import { TierPolicyComparator } from '@tenure/tier-service';

/** One of each domain that works by policies; they need the global DataSource and PolicyBook. */
const comparators: readonly Type<PolicyComparator>[] = [
  TierPolicyComparator,
  OpenClocksComparator,
  ContactPlanComparator,
];

/** Puts the domains' comparators together, for what compares drafts with today. */
@Global()
@Module({
  providers: [
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
