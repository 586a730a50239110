import type { MeasureEvent, MeasureRejection } from '@tenure/improvement-contract';
import { isBefore, reject, type Decider } from '@tenure/kernel';
import type { MeasureDecision, MeasureGround, PlainMeasureCommand } from './measure.deciding';
import { announce } from './measure.announcing';
import { changeBudget, spend } from './measure.ledger';
import { markOverdue, moveDue, reportProgress } from './measure.progress';
import { plan } from './measure.planning';
import { abandon, commit, complete, start } from './measure.stages';
import { evolveMeasure, type KnownMeasure, type Measure } from './measure.state';
import { noteStandard, recordRegression, recordVerification } from './measure.outcomes';

/** A measure from its plan to what it was worth. */
export const measure = (
  ground: MeasureGround,
): Decider<Measure, PlainMeasureCommand, MeasureEvent, MeasureRejection> => ({
  initial: { stage: 'absent' },
  evolve: evolveMeasure,
  decide: (command, state) => {
    if (command.type === 'PlanMeasure') return plan(command, state, ground);
    if (state.stage === 'absent') return reject('measure-not-found');
    if (isBefore(command.occurredAt, state.plannedAt)) {
      return reject('measure-before-planned', `the measure was planned at ${state.plannedAt}`);
    }
    return decideOnKnown(command, state, ground);
  },
});

type OnKnown = Exclude<PlainMeasureCommand, { type: 'PlanMeasure' }>;
type Stepping = Extract<OnKnown, { type: 'CommitToMeasure' | 'StartMeasure' | 'CompleteMeasure' | 'AbandonMeasure' }>;

function decideOnKnown(command: OnKnown, state: KnownMeasure, ground: MeasureGround): MeasureDecision {
  switch (command.type) {
    case 'CommitToMeasure':
    case 'StartMeasure':
    case 'CompleteMeasure':
    case 'AbandonMeasure':
      return step(command, state, ground);
    case 'ReportMeasureProgress':
      return reportProgress(command, state);
    case 'ChangeMeasureBudget':
      return changeBudget(command, state);
    case 'SpendMeasureMoney':
      return spend(command, state);
    case 'MoveMeasureDue':
      return moveDue(command, state);
    case 'AnnounceMeasure':
    case 'MarkMeasureOverdue':
    case 'RecordVerification':
    case 'RecordRegression':
    case 'NoteMeasureStandard':
      return note(command, state, ground);
  }
}

function step(command: Stepping, state: KnownMeasure, { digestOf }: MeasureGround): MeasureDecision {
  switch (command.type) {
    case 'CommitToMeasure':
      return commit(command, state, digestOf);
    case 'StartMeasure':
      return start(command, state);
    case 'CompleteMeasure':
      return complete(command, state);
    case 'AbandonMeasure':
      return abandon(command, state);
  }
}

type Noting = Extract<
  OnKnown,
  {
    type: 'AnnounceMeasure' | 'MarkMeasureOverdue' | 'RecordVerification' | 'RecordRegression' | 'NoteMeasureStandard';
  }
>;

function note(command: Noting, state: KnownMeasure, { policy }: MeasureGround): MeasureDecision {
  switch (command.type) {
    case 'AnnounceMeasure':
      return announce(command, state, policy);
    case 'MarkMeasureOverdue':
      return markOverdue(command, state, policy);
    case 'RecordVerification':
      return recordVerification(command, state);
    case 'RecordRegression':
      return recordRegression(command, state);
    case 'NoteMeasureStandard':
      return noteStandard(command, state);
  }
}
