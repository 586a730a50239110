import { MarkMeasureOverdue, type MeasureEvent } from '@tenure/improvement-contract';
import { isAlarm, overdueSteps, type ImprovementPolicy, type OverdueStep } from '@tenure/improvement-core';
import { instant, isAfter, type DomainEvent, type Recorded } from '@tenure/kernel';
import { DEFAULT_POLICY_IDS, type PolicyBook } from '@tenure/policy-contract';
import type { Due, DueChange, DueWork } from './due.work';
import { sendOrTell, type SendImprovementCommand } from './improvement.sending';
import type { ImprovementStreams } from './improvement.streams';

/** A policy that has changed counts within a day. */
const LOOK_EVERY_MS = 86_400_000;

export interface MeasureOverdueParts {
  readonly streams: ImprovementStreams;
  readonly policies: PolicyBook;
  readonly send: SendImprovementCommand;
  /** ISO 8601. */
  readonly now: () => string;
  readonly onFailure: (error: unknown, subject: string) => void;
}

/** Sees that progress isn't reported, or that a last day is over: each step of the policy once. */
export class MeasureOverdueWork implements DueWork {
  readonly kind = 'measure-overdue';
  readonly handles: readonly MeasureEvent['type'][] = [
    'MeasurePlanned',
    'MeasureStarted',
    'MeasureProgressReported',
    'MeasureDueMoved',
    'MeasureCompleted',
    'MeasureAbandoned',
  ];

  constructor(private readonly parts: MeasureOverdueParts) {}

  /** Whatever has happened, it is looked at anew: what is due next follows from all of it. */
  note(event: Recorded<DomainEvent>): readonly DueChange[] {
    if (!('measureId' in event.data)) return [];
    return [{ key: String(event.data.measureId), dueAt: event.metadata.occurredAt }];
  }

  async act({ key }: Due): Promise<DueChange | undefined> {
    const { streams, policies, now } = this.parts;
    const policy = await policies.inForce('improvement', DEFAULT_POLICY_IDS.improvement, now());
    const measure = await streams.measure(key);
    const later = { key, dueAt: instant(Date.parse(now()) + LOOK_EVERY_MS) };
    if (!policy) return later;
    if (measure.stage === 'absent') return undefined;
    const steps = overdueSteps(measure, policy.content.measures, policy.content.timeZone);
    for (const step of steps) {
      if (isAfter(step.at, now())) return isAfter(step.at, later.dueAt) ? later : { key, dueAt: step.at };
      await this.#mark(key, step, measure.plannedAt, policy);
    }
    const hasEnded = measure.stage === 'completed' || measure.stage === 'abandoned';
    return hasEnded ? undefined : later;
  }

  async #mark(measureId: string, step: OverdueStep, plannedAt: string, policy: ImprovementPolicy): Promise<void> {
    const { send, now, onFailure } = this.parts;
    const { what, dueAt, step: number } = step;
    const overdue = { measureId, what, dueAt, step: number, alarm: isAlarm(step, now()) };
    const occurredAt = await this.#momentOf(step, plannedAt, policy);
    const commandId = `mark-measure-overdue:${measureId}:${what}:${dueAt}:${number}`;
    const command = Object.assign(new MarkMeasureOverdue(), { ...overdue, occurredAt });
    await sendOrTell(send, command, { commandId }, (error) => onFailure(error, measureId));
  }

  /** Its own moment, so that it is seen in what was known by then; but now where another version was in force at that. */
  async #momentOf({ at }: OverdueStep, plannedAt: string, { version }: ImprovementPolicy): Promise<string> {
    const moment = isAfter(plannedAt, at) ? plannedAt : at;
    const then = await this.parts.policies.inForce('improvement', DEFAULT_POLICY_IDS.improvement, moment);
    return then?.version === version ? moment : this.parts.now();
  }
}
