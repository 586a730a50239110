import { accept, reject, type Decider, type Decision } from '@tenure/kernel';
import type { JourneyCommand, JourneyEvent, JourneyRejection } from '@tenure/journey-contract';
import type { Plain } from '@tenure/shared-contract';
import { enter, runIdOf } from './journey.entry';
import { ofRun, takeDueSteps } from './journey.interpreter';
import type { JourneyRules } from './journey.rules';
import { evolve, noJourneys, refusalKey, type CustomerJourneys, type JourneyRun } from './journey.state';

type Command = Plain<JourneyCommand>;
type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;
type Outcome = Decision<JourneyEvent, JourneyRejection>;

/** All journeys of one customer: in a win-back one at a time, entered once for a cause, no step taken twice. */
export const customerJourneys = (
  rules: JourneyRules,
): Decider<CustomerJourneys, Command, JourneyEvent, JourneyRejection> => ({
  initial: noJourneys,
  evolve,
  decide: (command, state) => {
    switch (command.type) {
      case 'EnterJourney':
        return enterOnce(command, state, rules);
      case 'TakeJourneyStep':
        return takeStep(command, state, rules);
      case 'EndJourneyRun':
        return end(command, state);
      case 'CompleteJourneyTask':
        return completeTask(command, state);
    }
  },
});

function enterOnce(command: Of<'EnterJourney'>, state: CustomerJourneys, rules: JourneyRules): Outcome {
  const { journeyId, version, causeEventId } = command;
  if (state.runs.has(runIdOf(journeyId, causeEventId))) return accept();
  if (state.refused.has(refusalKey(journeyId, causeEventId))) return accept();
  const content = rules.contentOf(journeyId, version);
  return content ? accept(enter(command, state, content, rules)) : notPublished(journeyId, version);
}

function takeStep(command: Of<'TakeJourneyStep'>, state: CustomerJourneys, rules: JourneyRules): Outcome {
  const { runId, stepId, facts, standing, occurredAt: at } = command;
  const run = state.runs.get(runId);
  if (!run) return reject('journey-run-not-found');
  if (run.ended || run.taken.includes(stepId)) return accept();
  if (run.next?.stepId !== stepId) return notNext(run);
  const { journeyId, version } = run.entered;
  const content = rules.contentOf(journeyId, version);
  if (!content) return notPublished(journeyId, version);
  return accept(...takeDueSteps(state, runId, content, { at, facts, standing, rules }));
}

const notNext = ({ next }: JourneyRun): Outcome =>
  reject('journey-step-not-next', next ? `${next.stepId} is` : 'nothing is: the customer is held out');

function end({ runId, reason, occurredAt: endedAt }: Of<'EndJourneyRun'>, state: CustomerJourneys): Outcome {
  const run = state.runs.get(runId);
  if (!run) return reject('journey-run-not-found');
  return run.ended ? accept() : accept({ type: 'JourneyEnded', data: { ...ofRun(run), reason, endedAt } });
}

function completeTask(command: Of<'CompleteJourneyTask'>, state: CustomerJourneys): Outcome {
  const { taskId, by, note, occurredAt: doneAt } = command;
  const run = [...state.runs.values()].find(({ tasks }) => Object.hasOwn(tasks, taskId));
  if (!run) return reject('journey-task-not-found');
  const done = run.tasks[taskId]?.done;
  if (done) {
    const isSame = done.by === by && done.note === note;
    return isSame ? accept() : reject('journey-task-already-done', `by ${done.by}`);
  }
  const data = { ...ofRun(run), taskId, by, ...(note !== undefined && { note }), doneAt };
  return accept({ type: 'JourneyTaskDone', data });
}

const notPublished = (journeyId: string, version: number): Outcome =>
  reject('journey-not-published', `${journeyId} has no version ${version}`);
