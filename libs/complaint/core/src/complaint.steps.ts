import type { ComplaintQueueRow } from './complaint-queue.row';
import { STATE_TEXTS, STEP_TEXTS, type StepName, type StepState, type Text } from './complaint.steps.texts';

/** One of 咨询→受理→解决→反馈→跟进. */
export interface Step {
  readonly step: StepName;
  readonly title: Text;
  readonly state: StepState;
  readonly stateText: Text;
  /** Who did it; before that, who answers for it. */
  readonly owner: string;
  /** When it was done, ISO 8601. */
  readonly doneAt: string | null;
}

/** The five steps of a case, in their order, each with its owner (R12). A reopened case is solved, told and followed up anew. */
export function stepsOf(row: ComplaintQueueRow): readonly Step[] {
  const facts: readonly Fact[] = [
    { step: 'inquiry', doneAt: row.openedAt, by: row.receivedBy },
    { step: 'acceptance', doneAt: row.acceptedAt, by: row.acceptedBy },
    { step: 'resolution', doneAt: row.resolvedAt, by: row.resolvedBy },
    { step: 'feedback', doneAt: row.toldAt, by: row.toldBy },
    { step: 'follow-up', doneAt: row.followedUpAt, by: row.followedUpBy },
  ];
  const current = facts.findIndex((fact, index) => fact.doneAt === null && !isPassed(facts, index));
  return facts.map(({ step, doneAt, by }, index) => {
    const state = doneAt === null ? stateOf(row, index, current) : 'done';
    const texts = { title: STEP_TEXTS[step], stateText: STATE_TEXTS[state] };
    return { step, state, ...texts, owner: by ?? row.owner, doneAt };
  });
}

interface Fact {
  readonly step: StepName;
  readonly doneAt: string | null;
  readonly by: string | null;
}

const isPassed = (facts: readonly Fact[], index: number): boolean =>
  facts.slice(index + 1).some(({ doneAt }) => doneAt !== null);

/** Of a step that was not done; `current` is -1 where the last one was. */
function stateOf({ status, heldAt }: ComplaintQueueRow, index: number, current: number): StepState {
  if (status === 'closed' || current === -1 || index < current) return 'left-out';
  if (index > current) return 'to-come';
  return heldAt === null ? 'in-progress' : 'on-hold';
}
