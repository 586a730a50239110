import type { MessagingContent } from '@tenure/policy-contract';
import { twice, type ContentFlaw } from './content.flaw';

export const checkMessaging = ({ caps }: MessagingContent): ContentFlaw | undefined =>
  twice(
    'policy-cap-twice',
    caps.map(({ purpose, perDays }) => `${purpose} per ${perDays} days`),
    (index) => `content.caps[${index}]`,
  );
