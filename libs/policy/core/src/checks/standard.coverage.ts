import {
  CLOCK_KINDS,
  targetsFor,
  type ClockKind,
  type ServiceStandardContent,
  type TargetCase,
} from '@tenure/policy-contract';
import { CASE_TYPES, COMPLEXITIES, URGENCIES } from '@tenure/shared-contract';
import { firstIn, firstOf, flaw, type ContentFlaw } from './content.flaw';

/** Every combination has exactly one target of every clock, but those that say that they have none. */
export const checkCoverage = (content: ServiceStandardContent): ContentFlaw | undefined => {
  const cases = everyCase(content);
  return firstIn(CLOCK_KINDS, (clock) => firstIn(cases, (one) => checkCase(content, clock, one)));
};

const everyCase = ({ tiers }: ServiceStandardContent): readonly TargetCase[] =>
  CASE_TYPES.flatMap((caseType) =>
    tiers.flatMap(({ tier }) =>
      URGENCIES.flatMap((urgency) => COMPLEXITIES.map((complexity) => ({ caseType, tier, urgency, complexity }))),
    ),
  );

function checkCase(content: ServiceStandardContent, clock: ClockKind, one: TargetCase): ContentFlaw | undefined {
  const [target, other] = targetsFor(content, clock, one);
  const none = content.noTarget.findIndex((left) => left.clock === clock && left.caseTypes.includes(one.caseType));
  const combination = `${clock} of ${one.caseType}, tier ${one.tier}, ${one.urgency}, ${one.complexity}`;
  return firstOf(
    () =>
      target && none >= 0
        ? flaw(
            'policy-target-where-none-is-wanted',
            `${placeOf(target)} is for ${combination}, for which content.noTarget[${none}] wants none`,
          )
        : undefined,
    () =>
      target && other
        ? flaw('policy-targets-overlap', `${placeOf(target)} and ${placeOf(other)} are both for ${combination}`)
        : undefined,
    () =>
      !target && none < 0
        ? flaw(
            'policy-targets-have-a-gap',
            `content.targets: none is for ${combination}, and content.noTarget does not say so`,
          )
        : undefined,
  );

  function placeOf(found: (typeof content.targets)[number]): string {
    return `content.targets[${content.targets.indexOf(found)}] (${found.targetId})`;
  }
}
