import { JOURNEY_END, type JourneyContent, type JourneyStep } from '@tenure/policy-contract';
import { checkCondition } from './condition.check';
import { firstIn, firstOf, flaw, twice, type ContentFlaw } from './content.flaw';
import { checkBranches, checkExit } from './journey.branches';
import { checkTexts } from './journey.texts';
import { checkWays } from './journey.ways';

/** Every step can be reached, every branch taken; no way goes round, and no text names what it can't know. */
export const checkJourney = (content: JourneyContent): ContentFlaw | undefined =>
  firstOf(
    () => checkStepIds(content),
    () => checkConditions(content),
    () => firstIn(content.steps, checkStep),
    () => checkWays(content),
    () => checkExit(content),
    () => checkOutcome(content),
  );

const checkStepIds = ({ steps }: JourneyContent): ContentFlaw | undefined =>
  firstOf(
    () =>
      twice(
        'policy-step-twice',
        steps.map(({ stepId }) => stepId),
        (index) => `content.steps[${index}].stepId`,
      ),
    () => {
      const end = steps.findIndex(({ stepId }) => stepId === JOURNEY_END);
      return end < 0
        ? undefined
        : flaw('policy-step-twice', `content.steps[${end}].stepId: ${JOURNEY_END} stands for the end of every journey`);
    },
  );

const checkConditions = ({ entry, exit }: JourneyContent): ContentFlaw | undefined =>
  firstOf(
    () => entry && checkCondition(entry, 'content.entry'),
    () => exit && checkCondition(exit, 'content.exit'),
  );

function checkStep(step: JourneyStep, index: number): ContentFlaw | undefined {
  const place = `content.steps[${index}]`;
  switch (step.kind) {
    case 'branch':
      return checkBranches(step, place);
    case 'task':
      return firstOf(
        () =>
          step.assignee === 'owner'
            ? flaw('policy-task-for-nobody', `${place}.assignee: a journey has no owner; name a person, person:<id>`)
            : undefined,
        () => checkTexts(step, place),
      );
    case 'message':
    case 'survey':
    case 'voucher':
      return checkTexts(step, place);
    case 'wait':
      return undefined;
  }
}

/**
 * Who is held out is left alone until the outcome is known. Were the others to enter again before that, both groups would
 * no longer differ by chance alone.
 */
function checkOutcome({ reentry, holdOutPercent, outcome }: JourneyContent): ContentFlaw | undefined {
  if (holdOutPercent === 0 || reentry.kind === 'never' || reentry.days >= outcome.withinDays) return undefined;
  return flaw(
    'policy-outcome-outlasts-re-entry',
    `content.reentry.days: after ${reentry.days} days customers enter again, while the outcome of ${outcome.withinDays} is open`,
  );
}
