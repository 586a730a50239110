import type { RemedyContent } from '@tenure/policy-contract';
import { firstOf, twice, type ContentFlaw } from './content.flaw';

export const checkRemedy = ({ standard, approvers }: RemedyContent): ContentFlaw | undefined =>
  firstOf(
    () =>
      twice(
        'policy-reason-twice',
        standard.map(({ reason }) => reason),
        (index) => `content.standard[${index}].reason`,
      ),
    () => twice('policy-approver-twice', approvers, (index) => `content.approvers[${index}]`),
  );
