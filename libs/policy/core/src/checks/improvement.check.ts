import type { ImprovementContent } from '@tenure/policy-contract';
import { firstOf, flaw, notAscending, twice, type ContentFlaw } from './content.flaw';

export const checkImprovement = ({ detection, priority, measures }: ImprovementContent): ContentFlaw | undefined =>
  firstOf(
    () => twice('policy-group-twice', detection.groups, (index) => `content.detection.groups[${index}]`),
    () =>
      detection.baselineDays >= detection.windowDays
        ? undefined
        : flaw(
            'policy-baseline-too-short',
            `content.detection.baselineDays: ${detection.baselineDays} days say nothing about ${detection.windowDays}`,
          ),
    () =>
      twice(
        'policy-names-a-tier-twice',
        priority.tierWeights.map(({ tier }) => tier),
        (index) => `content.priority.tierWeights[${index}].tier`,
      ),
    () =>
      notAscending(
        'policy-steps-not-ascending',
        measures.overdue.map(({ afterDays }) => afterDays),
        (index) => `content.measures.overdue[${index}].afterDays`,
      ),
  );
