import { ReopenProblemAfterMeasure, SolveProblem, type MeasureEvent } from '@tenure/improvement-contract';
import type { DomainEvent, Recorded } from '@tenure/kernel';
import type { Due, DueChange, DueWork } from './due.work';
import { sendOrTell, type SendImprovementCommand } from './improvement.sending';

type Found = Extract<MeasureEvent, { type: 'MeasureVerified' | 'MeasureRegressed' }>;

/** What was found of measures has their problems solved, or opened again. */
export class MeasureOutcomeWork implements DueWork {
  readonly kind = 'measure-outcome';
  readonly handles = ['MeasureVerified', 'MeasureRegressed'];

  constructor(
    private readonly parts: {
      readonly send: SendImprovementCommand;
      readonly onFailure: (error: unknown, subject: string) => void;
    },
  ) {}

  note(event: Recorded<DomainEvent>): readonly DueChange[] {
    if (!isFound(event)) return [];
    const { id, type, data, metadata } = event;
    const { verdict, reason } = data.result;
    const about = {
      type,
      problemId: data.problemId,
      measureId: data.measureId,
      verdict,
      why: `${reason.zh} ${reason.en}`,
    };
    return [{ key: id, dueAt: metadata.occurredAt, about }];
  }

  async act({ key, dueAt, about }: Due): Promise<undefined> {
    const { send, onFailure } = this.parts;
    const command = commandFor(about, dueAt);
    if (!command) return;
    const ids = { commandId: `measure-outcome:${key}`, causationId: key };
    await sendOrTell(send, command, ids, (error) => onFailure(error, command.problemId));
  }
}

/** The feed has decoded the event by its type. */
const isFound = (event: Recorded<DomainEvent>): event is Recorded<Found> =>
  event.type === 'MeasureVerified' || event.type === 'MeasureRegressed';

function commandFor(about: Due['about'], occurredAt: string): SolveProblem | ReopenProblemAfterMeasure | undefined {
  const ids = { problemId: String(about['problemId']), measureId: String(about['measureId']), occurredAt };
  const why = String(about['why']);
  if (about['type'] === 'MeasureRegressed') {
    return Object.assign(new ReopenProblemAfterMeasure(), { ...ids, because: 'regression', why } as const);
  }
  switch (about['verdict']) {
    case 'effective':
      return Object.assign(new SolveProblem(), ids);
    case 'not-effective':
      return Object.assign(new ReopenProblemAfterMeasure(), { ...ids, because: 'measure-not-effective', why } as const);
    default:
      return undefined;
  }
}
