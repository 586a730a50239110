import type { ContactPlanContent } from '@tenure/policy-contract';
import { firstIn, firstOf, twice, type ContentFlaw } from './content.flaw';

export const checkContactPlan = ({ plans }: ContactPlanContent): ContentFlaw | undefined =>
  firstOf(
    () =>
      twice(
        'policy-names-a-tier-twice',
        plans.map(({ tier }) => tier),
        (index) => `content.plans[${index}].tier`,
      ),
    () =>
      firstIn(plans, ({ contacts }, plan) =>
        twice(
          'policy-contact-twice',
          contacts.map(({ kind }) => kind),
          (index) => `content.plans[${plan}].contacts[${index}].kind`,
        ),
      ),
  );
