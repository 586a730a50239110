import type { JourneyEntered, JourneyEvent, JourneyStepTaken } from '@tenure/journey-contract';
import type { MessagePurpose } from '@tenure/policy-contract';
import { DAY_MS } from './moment';

/** A step of a run that is yet to be taken; `end` in place of a step's id ends the run. */
export interface NextStep {
  readonly stepId: string;
  readonly dueAt: string;
}

export interface JourneyTask {
  readonly done?: { readonly by: string; readonly note?: string };
}

export interface JourneyRun {
  readonly entered: JourneyEntered;
  /** Ids, the first first. */
  readonly taken: readonly string[];
  /** Absent where held out or ended. */
  readonly next?: NextStep;
  readonly ended: boolean;
  readonly tasks: Readonly<Record<string, JourneyTask>>;
}

/** Something that was sent, for the caps of the policy of kind `messaging`. */
export interface SentMessage {
  readonly purpose: MessagePurpose;
  readonly at: string;
}

/** All runs of one customer, past and present. */
export interface CustomerJourneys {
  /** By id, in the order of entry. */
  readonly runs: ReadonlyMap<string, JourneyRun>;
  /** `<journey> <cause>` of every entry that was refused. */
  readonly refused: ReadonlySet<string>;
  /** Of the longest time that a cap may look back. */
  readonly sent: readonly SentMessage[];
}

export const noJourneys: CustomerJourneys = { runs: new Map(), refused: new Set(), sent: [] };

export const refusalKey = (journeyId: string, causeEventId: string): string => `${journeyId} ${causeEventId}`;

export function evolve(state: CustomerJourneys, { type, data }: JourneyEvent): CustomerJourneys {
  switch (type) {
    case 'JourneyEntered':
      return withRun(state, data.runId, {
        entered: data,
        taken: [],
        next: nextIn(data),
        ended: false,
        tasks: {},
      });
    case 'JourneyEntryRefused': {
      const refused = new Set(state.refused).add(refusalKey(data.journeyId, data.causeEventId));
      return { ...state, refused };
    }
    case 'JourneyStepTaken':
      return afterStep(state, data);
    case 'JourneyStepPutOff':
      return changed(state, data.runId, { next: nextIn(data) });
    case 'JourneyEnded':
      return changed(state, data.runId, { ended: true, next: undefined });
    case 'JourneyTaskDone': {
      const { runId, taskId, by, note } = data;
      const tasks = { ...state.runs.get(runId)?.tasks, [taskId]: { done: { by, note } } };
      return changed(state, runId, { tasks });
    }
  }
}

function afterStep(state: CustomerJourneys, data: JourneyStepTaken): CustomerJourneys {
  const run = state.runs.get(data.runId);
  if (!run) return state;
  const { action } = data;
  const tasks = action.kind === 'task' ? { ...run.tasks, [action.taskId]: {} } : run.tasks;
  const taken = [...run.taken, data.stepId];
  const after = withRun(state, data.runId, { ...run, taken, tasks, next: nextIn(data) });
  return 'purpose' in action ? withSent(after, { purpose: action.purpose, at: data.takenAt }) : after;
}

/** As far as a cap may look back. */
const REMEMBERED_MS = 366 * DAY_MS;

function withSent(state: CustomerJourneys, message: SentMessage): CustomerJourneys {
  const oldest = Date.parse(message.at) - REMEMBERED_MS;
  return { ...state, sent: [...state.sent.filter(({ at }) => Date.parse(at) > oldest), message] };
}

export const nextIn = ({ nextStepId, nextDueAt }: { nextStepId?: string; nextDueAt?: string }): NextStep | undefined =>
  nextStepId !== undefined && nextDueAt !== undefined ? { stepId: nextStepId, dueAt: nextDueAt } : undefined;

function changed(state: CustomerJourneys, runId: string, change: Partial<JourneyRun>): CustomerJourneys {
  const run = state.runs.get(runId);
  return run ? withRun(state, runId, { ...run, ...change }) : state;
}

const withRun = (state: CustomerJourneys, runId: string, run: JourneyRun): CustomerJourneys => ({
  ...state,
  runs: new Map(state.runs).set(runId, run),
});
