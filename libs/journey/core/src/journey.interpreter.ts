import { isAfter } from '@tenure/kernel';
import type { Facts } from '@tenure/behaviour-contract';
import { holds } from '@tenure/behaviour-contract';
import type { JourneyEvent, JourneyStanding } from '@tenure/journey-contract';
import { JOURNEY_END, type JourneyContent, type JourneyStep } from '@tenure/policy-contract';
import type { JourneyRules } from './journey.rules';
import { evolve, type CustomerJourneys, type JourneyRun, type NextStep } from './journey.state';
import { nextOpen, type MessagingRules } from './messaging.rules';
import { hoursAfter } from './moment';
import { actionOf, goesOnTo, isWritten } from './step.action';

/** What a step is decided by, all of it as it is at the moment `at`. */
export interface StepFrame {
  readonly at: string;
  readonly facts: Facts;
  readonly standing: JourneyStanding;
  readonly rules: JourneyRules;
}

/**
 * What a run does at a moment: every step that is due by then, until one is yet to come or the run is over. Nothing
 * where none is due. Branches take no time; the time of a wait counts from where it is reached.
 */
export function takeDueSteps(
  state: CustomerJourneys,
  runId: string,
  content: JourneyContent,
  frame: StepFrame,
): readonly JourneyEvent[] {
  const events: JourneyEvent[] = [];
  let current = state;
  for (let run = current.runs.get(runId); run?.next; run = current.runs.get(runId)) {
    if (isAfter(run.next.dueAt, frame.at)) break;
    const taken = takeStep(current, run, run.next, content, frame);
    events.push(...taken);
    current = taken.reduce(evolve, current);
  }
  return events;
}

/** When a step that could be taken from a moment on is: messages wait until customers may be written to. */
export function dueAtOf(
  { steps }: JourneyContent,
  stepId: string,
  at: string,
  messaging: MessagingRules | undefined,
): string {
  const step = steps.find((one) => one.stepId === stepId);
  return step && isWritten(step) ? nextOpen(at, messaging) : at;
}

function takeStep(
  state: CustomerJourneys,
  run: JourneyRun,
  next: NextStep,
  content: JourneyContent,
  frame: StepFrame,
): readonly JourneyEvent[] {
  const { at, facts, standing, rules } = frame;
  const step = content.steps.find(({ stepId }) => stepId === next.stepId);
  if (standing.mergedInto !== undefined) return [ended(run, 'customer-merged', at)];
  if (!step) return [ended(run, 'completed', at)];
  if (content.exit && holds(content.exit, facts)) return [ended(run, 'exit-condition', at)];
  const messaging = rules.messagingAt(at);
  const openAt = isWritten(step) ? nextOpen(at, messaging) : at;
  if (isAfter(openAt, at)) {
    const data = { ...ofRun(run), nextStepId: step.stepId, nextDueAt: openAt, putOffAt: at };
    return [{ type: 'JourneyStepPutOff', data }];
  }
  const number = run.taken.length + 1;
  const action = actionOf(step, { ...frame, sent: state.sent, messaging, itemId: `${run.entered.runId}.${number}` });
  const following = followingStep(step, run, content, frame, messaging);
  const data = { ...ofRun(run), stepId: step.stepId, step: number, action, takenAt: at, ...following };
  return [{ type: 'JourneyStepTaken', data }, ...(following ? [] : [ended(run, 'completed', at)])];
}

/**
 * A wait before the end is waited: until then the run goes on. No step is taken twice, so that also content that was
 * never checked comes to an end.
 */
function followingStep(
  step: JourneyStep,
  { taken }: JourneyRun,
  content: JourneyContent,
  { at, facts }: StepFrame,
  messaging: MessagingRules | undefined,
): { readonly nextStepId: string; readonly nextDueAt: string } | undefined {
  const nextStepId = goesOnTo(step, facts);
  if (taken.includes(nextStepId) || nextStepId === step.stepId) return undefined;
  if (step.kind !== 'wait' && nextStepId === JOURNEY_END) return undefined;
  const from = step.kind === 'wait' ? hoursAfter(at, step.hours) : at;
  return { nextStepId, nextDueAt: dueAtOf(content, nextStepId, from, messaging) };
}

const ended = (
  run: JourneyRun,
  reason: Extract<JourneyEvent, { type: 'JourneyEnded' }>['data']['reason'],
  endedAt: string,
): JourneyEvent => ({ type: 'JourneyEnded', data: { ...ofRun(run), reason, endedAt } });

export const ofRun = ({ entered: { customerId, journeyId, version, runId } }: JourneyRun) => ({
  customerId,
  journeyId,
  version,
  runId,
});
