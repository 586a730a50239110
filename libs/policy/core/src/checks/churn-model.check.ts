import type { ChurnModelContent } from '@tenure/policy-contract';
import { twice, type ContentFlaw } from './content.flaw';

export function checkChurnModel({ model }: ChurnModelContent): ContentFlaw | undefined {
  if (model.method !== 'scorecard') return undefined;
  return twice(
    'policy-item-twice',
    model.items.map(({ itemId }) => itemId),
    (index) => `content.model.items[${index}].itemId`,
  );
}
