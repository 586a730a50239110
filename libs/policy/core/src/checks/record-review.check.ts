import type { RecordReviewContent } from '@tenure/policy-contract';
import { firstOf, flaw, twice, type ContentFlaw } from './content.flaw';

export const checkRecordReview = ({ dimensions, scores }: RecordReviewContent): ContentFlaw | undefined =>
  firstOf(
    () =>
      twice(
        'policy-dimension-twice',
        dimensions.map(({ dimension }) => dimension),
        (index) => `content.dimensions[${index}].dimension`,
      ),
    () =>
      scores.lowest < scores.highest
        ? undefined
        : flaw('policy-scores-empty', `content.scores: ${scores.lowest} is not below ${scores.highest}`),
  );
