import type { TierContent, TierCriterion } from '@tenure/policy-contract';
import { firstIn, firstOf, flaw, twice, type ContentFlaw } from './content.flaw';

export const checkTier = (content: TierContent): ContentFlaw | undefined =>
  firstOf(
    () => checkNames(content),
    () => checkCriteria(content),
    () => checkHysteresis(content),
  );

const checkNames = ({ tiers, defaultTier }: TierContent): ContentFlaw | undefined =>
  twice('policy-names-a-tier-twice', [...tiers.map(({ tier }) => tier), defaultTier], (index) =>
    index < tiers.length ? `content.tiers[${index}].tier` : 'content.defaultTier',
  );

const checkCriteria = ({ tiers }: TierContent): ContentFlaw | undefined =>
  firstIn(tiers, ({ anyOf }, rule) =>
    firstIn(anyOf, ({ allOf }, alternative) =>
      firstIn(allOf, (criterion, index) => {
        const place = `content.tiers[${rule}].anyOf[${alternative}].allOf[${index}]`;
        return neverHolds(criterion)
          ? flaw('policy-criterion-never-holds', `${place}: below is not above atLeast`)
          : undefined;
      }),
    ),
  );

/** Spend can be negative (more returned than bought), months of cooperation can't. */
function neverHolds(criterion: TierCriterion): boolean {
  if (criterion.fact === 'growthPotential' || criterion.below === undefined) return false;
  const least = criterion.fact === 'cooperationMonths' ? 0 : Number.NEGATIVE_INFINITY;
  return criterion.below <= (criterion.atLeast ?? least);
}

function checkHysteresis({ tiers, hysteresis }: TierContent): ContentFlaw | undefined {
  if (!hysteresis) return undefined;
  const criteria = tiers.flatMap(({ anyOf }) => anyOf.flatMap(({ allOf }) => allOf));
  const asksForSpend = criteria.some((one) => one.fact === 'spendMinor' && one.atLeast !== undefined);
  if (asksForSpend) return undefined;
  return flaw('policy-hysteresis-without-a-spend-bound', 'content.hysteresis: no tier asks for a spend of at least');
}
