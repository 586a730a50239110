import { accept, reject } from '@tenure/kernel';
import type { MeasureCommandOf, MeasureDecision } from './measure.deciding';
import { expectedOf, isTaken } from './measure.overdue';
import { ended, idsOf, isEnded, refusalUnlessStarted } from './measure.stages';
import type { KnownMeasure } from './measure.state';
import type { ImprovementPolicy } from './problem.deciding';

/** The same words a week later are another report. */
export function reportProgress(
  { percent, note, by, occurredAt }: MeasureCommandOf<'ReportMeasureProgress'>,
  state: KnownMeasure,
): MeasureDecision {
  const data = { ...idsOf(state), percent, note, by, reportedAt: occurredAt };
  const { report } = state;
  if (report && report.percent === percent && report.note === note && report.by === by) {
    if (Date.parse(report.reportedAt) === Date.parse(occurredAt)) return accept();
  }
  return refusalUnlessStarted(state.stage) ?? accept({ type: 'MeasureProgressReported', data });
}

export function moveDue(
  { dueOn, by, why, occurredAt }: MeasureCommandOf<'MoveMeasureDue'>,
  state: KnownMeasure,
): MeasureDecision {
  if (state.dueOn === dueOn) return accept();
  if (isEnded(state.stage)) return ended(state.stage);
  if (dueOn < state.startsOn) return reject('measure-due-before-start', `it starts on ${state.startsOn}`);
  const data = { ...idsOf(state), dueOn, from: state.dueOn, by, why, movedAt: occurredAt };
  return accept({ type: 'MeasureDueMoved', data });
}

/** Each step once for each due moment; of one that is due no more, as there is a report or another day, nothing is said. */
export function markOverdue(
  { what, dueAt, step, alarm, occurredAt }: MeasureCommandOf<'MarkMeasureOverdue'>,
  state: KnownMeasure,
  policy: ImprovementPolicy | undefined,
): MeasureDecision {
  if (!policy) return reject('measure-no-policy-in-force', `none is in force at ${occurredAt}`);
  const { measures: rules, timeZone } = policy.content;
  const rule = rules.overdue[step - 1];
  const isDue = expectedOf(state, rules, timeZone).some(
    (expected) => expected.what === what && Date.parse(expected.dueAt) === Date.parse(dueAt),
  );
  if (!rule || !isDue || isTaken({ what, dueAt, step }, state)) return accept();
  const { notify, channels } = rule;
  const about = { what, owner: state.owner, dueAt, step, notify, channels, alarm };
  return accept({ type: 'MeasureOverdue', data: { ...idsOf(state), ...about, overdueAt: occurredAt } });
}
