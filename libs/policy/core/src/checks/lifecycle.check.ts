import type { LifecycleContent } from '@tenure/policy-contract';
import { firstOf, twice, type ContentFlaw } from './content.flaw';

export const checkLifecycle = ({ rules, milestones, dates }: LifecycleContent): ContentFlaw | undefined =>
  firstOf(
    () =>
      twice(
        'policy-rule-twice',
        rules.map(({ ruleId }) => ruleId),
        (index) => `content.rules[${index}].ruleId`,
      ),
    () =>
      twice(
        'policy-milestone-twice',
        milestones.map(({ milestoneId }) => milestoneId),
        (index) => `content.milestones[${index}].milestoneId`,
      ),
    () =>
      twice(
        'policy-date-twice',
        dates.map(({ dateId }) => dateId),
        (index) => `content.dates[${index}].dateId`,
      ),
  );
