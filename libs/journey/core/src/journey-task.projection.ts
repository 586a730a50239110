import type { JourneyEvent } from '@tenure/journey-contract';
import type { Projection, Recorded } from '@tenure/kernel';
import type { Text } from '@tenure/shared-contract';

/** What a journey asks a person to do for a customer. Times ISO 8601. */
export interface JourneyTaskRow {
  readonly taskId: string;
  readonly customerId: string;
  readonly journeyId: string;
  readonly runId: string;
  /** The person's id. */
  readonly assignee: string;
  readonly title: Text;
  readonly dueAt: string;
  readonly status: 'open' | 'done';
  readonly givenAt: string;
  readonly doneBy: string | null;
  readonly doneAt: string | null;
  readonly note: string | null;
  /** Of the newest event in the row. */
  readonly position: bigint;
}

export type JourneyTaskEvent = Extract<JourneyEvent, { type: 'JourneyStepTaken' | 'JourneyTaskDone' }>;

/** What people have to do because of journeys, and what they have done. */
export const journeyTask: Projection<JourneyTaskRow, JourneyTaskEvent> = {
  name: 'journey-task',
  version: 1,
  handles: ['JourneyStepTaken', 'JourneyTaskDone'],
  keysOf: (event) => taskOf(event),
  fold: (row, event, taskId) => {
    const known = row ?? newRow(event, taskId);
    return { ...known, ...changesOf(event), position: event.position };
  },
};

function taskOf({ type, data }: JourneyTaskEvent): readonly string[] {
  switch (type) {
    case 'JourneyStepTaken':
      return data.action.kind === 'task' ? [data.action.taskId] : [];
    case 'JourneyTaskDone':
      return [data.taskId];
  }
}

const newRow = (
  { data: { customerId, journeyId, runId }, metadata: { occurredAt }, position }: Recorded<JourneyTaskEvent>,
  taskId: string,
): JourneyTaskRow => ({
  taskId,
  customerId,
  journeyId,
  runId,
  assignee: '',
  title: { zh: taskId, en: taskId },
  dueAt: occurredAt,
  status: 'open',
  givenAt: occurredAt,
  doneBy: null,
  doneAt: null,
  note: null,
  position,
});

function changesOf({ type, data }: JourneyTaskEvent): Partial<JourneyTaskRow> {
  switch (type) {
    case 'JourneyStepTaken': {
      if (data.action.kind !== 'task') return {};
      const { assignee, title, dueAt } = data.action;
      return { assignee: assignee.replace(PERSON, ''), title, dueAt, givenAt: data.takenAt };
    }
    case 'JourneyTaskDone':
      return { status: 'done', doneBy: data.by, doneAt: data.doneAt, note: data.note ?? null };
  }
}

/** As policies name a person. */
const PERSON = /^person:/;
