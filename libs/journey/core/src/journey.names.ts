import type { JourneyContent, LifecycleContent, RecipientsContent } from '@tenure/policy-contract';

/**
 * What a journey names that is nowhere to be found, in English sentences: by it nobody would enter, or nobody would be
 * asked. Policies are published one by one, so that a journey may well be written before what it names.
 */
export const namedNowhere = (
  { trigger, steps }: JourneyContent,
  lifecycle: LifecycleContent | undefined,
  recipients: RecipientsContent | undefined,
): readonly string[] => [
  ...unknownTrigger(trigger, lifecycle),
  ...steps.flatMap((step) => (step.kind === 'task' ? unknownAssignee(step.stepId, step.assignee, recipients) : [])),
];

function unknownTrigger(
  trigger: JourneyContent['trigger'],
  lifecycle: LifecycleContent | undefined,
): readonly string[] {
  const { rules, milestones, dates } = lifecycle ?? NOTHING;
  switch (trigger.kind) {
    case 'milestone-reached':
      return unless(
        milestones.some(({ milestoneId }) => milestoneId === trigger.milestoneId),
        `Nobody enters: the lifecycle policy in force has no milestone ${trigger.milestoneId}.`,
      );
    case 'date-due':
      return unless(
        dates.some(({ dateId }) => dateId === trigger.dateId),
        `Nobody enters: the lifecycle policy in force has no date ${trigger.dateId}.`,
      );
    case 'stage-entered': {
      const entered = new Set(rules.map(({ to }) => to));
      const never = trigger.stages.filter((stage) => !entered.has(stage));
      return never.map((stage) => `No rule of the lifecycle policy in force leads to the stage ${stage}.`);
    }
    case 'score-crossed':
      return [];
  }
}

const NOTHING: Pick<LifecycleContent, 'rules' | 'milestones' | 'dates'> = { rules: [], milestones: [], dates: [] };

const unless = (isSo: boolean, sentence: string): readonly string[] => (isSo ? [] : [sentence]);

function unknownAssignee(
  stepId: string,
  assignee: string,
  recipients: RecipientsContent | undefined,
): readonly string[] {
  const personId = assignee.replace(/^person:/, '');
  return unless(
    recipients?.people.some((person) => person.personId === personId) ?? false,
    `The task ${stepId} is for ${personId}, whom the recipients in force do not name.`,
  );
}
