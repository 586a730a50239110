import type { Condition } from '@tenure/behaviour-contract';
import type { BranchStep, JourneyContent } from '@tenure/policy-contract';
import { checkCondition } from './condition.check';
import { canHoldTogether } from './condition.possibility';
import { firstIn, firstOf, flaw, type ContentFlaw } from './content.flaw';

/** Each is taken by somebody: by whom none before it takes. Facts are looked at one by one, so that some flaws pass. */
export const checkBranches = ({ branches }: BranchStep, place: string): ContentFlaw | undefined =>
  firstOf(
    () => firstIn(branches, ({ when }, index) => checkCondition(when, `${place}.branches[${index}].when`)),
    () =>
      firstIn(branches, ({ when }, index) =>
        canHoldTogether([when, ...noneOf(branches.slice(0, index))])
          ? undefined
          : flaw(
              'policy-branch-never-taken',
              `${place}.branches[${index}]: whatever it holds of is taken by the branches before it`,
            ),
      ),
    () =>
      canHoldTogether(noneOf(branches))
        ? undefined
        : flaw('policy-branch-never-taken', `${place}.otherwise: the branches leave nobody over`),
  );

/** What lets customers in must not put them out at once. */
export const checkExit = ({ entry, exit, start }: JourneyContent): ContentFlaw | undefined =>
  exit === undefined || canHoldTogether([...(entry ? [entry] : []), { not: exit }])
    ? undefined
    : flaw(
        'policy-step-never-reached',
        `content.start: ${start} is never taken, as content.exit holds of all who enter`,
      );

const noneOf = (branches: BranchStep['branches']): readonly Condition[] => branches.map(({ when }) => ({ not: when }));
