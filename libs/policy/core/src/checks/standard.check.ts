import type { ServiceStandardContent } from '@tenure/policy-contract';
import { firstIn, firstOf, flaw, notAscending, twice, type ContentFlaw } from './content.flaw';
import { checkCoverage } from './standard.coverage';

/** The matrix has for every clock one target for each combination, and no tier that is not its own. */
export const checkServiceStandard = (content: ServiceStandardContent): ContentFlaw | undefined =>
  firstOf(
    () => checkTiers(content),
    () => checkTargets(content),
    () => checkCoverage(content),
  );

function checkTiers({ tiers, defaultTier, targets }: ServiceStandardContent): ContentFlaw | undefined {
  const names = tiers.map(({ tier }) => tier);
  const unknown = (place: string, tier: string) =>
    names.includes(tier)
      ? undefined
      : flaw('policy-tier-unknown', `${place}: ${tier} is not among the tiers ${names.join(', ')}`);
  return firstOf(
    () => twice('policy-names-a-tier-twice', names, (index) => `content.tiers[${index}].tier`),
    () => unknown('content.defaultTier', defaultTier),
    () =>
      firstIn(targets, ({ when }, target) =>
        firstIn(when.tiers ?? [], (tier, index) => unknown(`content.targets[${target}].when.tiers[${index}]`, tier)),
      ),
  );
}

const checkTargets = ({ targets }: ServiceStandardContent): ContentFlaw | undefined =>
  firstOf(
    () =>
      twice(
        'policy-target-twice',
        targets.map(({ targetId }) => targetId),
        (index) => `content.targets[${index}].targetId`,
      ),
    () =>
      firstIn(targets, ({ remindAtPercent }, target) =>
        notAscending(
          'policy-reminders-not-ascending',
          remindAtPercent,
          (index) => `content.targets[${target}].remindAtPercent[${index}]`,
        ),
      ),
  );
