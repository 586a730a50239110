import { Global, Module, type Type } from '@nestjs/common';
import { PolicyComparators, type PolicyComparator } from '@tenure/policy-contract';
import { TierPolicyComparator } from '@tenure/tier-service';

/** One of each domain that works by policies; they need the global DataSource. */
const comparators: readonly Type<PolicyComparator>[] = [TierPolicyComparator];

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
