import type { JourneyContent } from '@tenure/policy-contract';
import { twice, type ContentFlaw } from './content.flaw';

export const checkJourney = ({ steps }: JourneyContent): ContentFlaw | undefined =>
  twice(
    'policy-step-twice',
    steps.map(({ stepId }) => stepId),
    (index) => `content.steps[${index}].stepId`,
  );
