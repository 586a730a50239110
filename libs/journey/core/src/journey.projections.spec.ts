import type { JourneyEvent, StepAction } from '@tenure/journey-contract';
import type { DomainEvent, Projection } from '@tenure/kernel';
import { recordAll } from '@tenure/kernel/testing';
import { journeyList } from './journey-list.projection';
import {
  journeyOutcome,
  reached,
  type JourneyOutcomeEvent,
  type JourneyOutcomeRun,
} from './journey-outcome.projection';
import { journeyRun } from './journey-run.projection';
import { journeyTask } from './journey-task.projection';

const ofRun = { customerId: 'k-1', journeyId: 'welcome', version: 1, runId: 'r-1' };
const day = (number: number) => `2024-05-${`${number}`.padStart(2, '0')}T09:00:00Z`;

type Of<Type extends JourneyEvent['type']> = Extract<JourneyEvent, { type: Type }>;

const entered: Of<'JourneyEntered'> = {
  type: 'JourneyEntered',
  data: {
    ...ofRun,
    category: 'activation',
    group: 'treated',
    causeEventId: 'e-1',
    enteredAt: day(2),
    outcomeUntil: day(12),
    nextStepId: 'hello',
    nextDueAt: day(2),
  },
};

const taken = (step: number, action: StepAction, next = {}): Of<'JourneyStepTaken'> => ({
  type: 'JourneyStepTaken',
  data: { ...ofRun, stepId: `step-${step}`, step, action, takenAt: day(2 + step), ...next },
});

const text = { zh: '文', en: 'text' };
const message: StepAction = { kind: 'message', purpose: 'service', subject: text, body: text };
const task: StepAction = { kind: 'task', taskId: 't-1', assignee: 'person:anna', title: text, dueAt: day(5) };
const ended: Of<'JourneyEnded'> = { type: 'JourneyEnded', data: { ...ofRun, reason: 'completed', endedAt: day(4) } };

/** The row of a key after all of the events that concern it. */
function rowOf<Row extends object, Event extends DomainEvent>(
  projection: Projection<Row, Event>,
  events: readonly Event[],
  key: string,
): Row | undefined {
  let row: Row | undefined;
  for (const event of recordAll(events)) {
    if (projection.keysOf(event).includes(key)) row = projection.fold(row, event, key);
  }
  return row;
}

describe('a run', () => {
  it('shows what was done, and what comes next', () => {
    const next = { nextStepId: 'step-2', nextDueAt: day(6) };
    expect(rowOf(journeyRun, [entered, taken(1, message, next)], 'r-1')).toMatchObject({
      status: 'active',
      runGroup: 'treated',
      steps: [{ step: 1, stepId: 'step-1', kind: 'message', at: day(3) }],
      ...next,
    });
  });
  it('shows why nothing was sent, and how it ended', () => {
    const suppressed = taken(1, { kind: 'suppressed', reason: 'no-consent' });
    expect(rowOf(journeyRun, [entered, suppressed, ended], 'r-1')).toMatchObject({
      status: 'ended',
      endedBecause: 'completed',
      endedAt: day(4),
      steps: [{ kind: 'suppressed', suppressed: 'no-consent' }],
      nextStepId: null,
      nextDueAt: null,
    });
  });
  it('shows to when a message was put off', () => {
    const putOff = { ...ofRun, nextStepId: 'hello', nextDueAt: day(7), putOffAt: day(2) };
    const row = rowOf(journeyRun, [entered, { type: 'JourneyStepPutOff', data: putOff }], 'r-1');
    expect(row).toMatchObject({ nextStepId: 'hello', nextDueAt: day(7) });
  });
  it('is left alone where it is held out', () =>
    expect(
      rowOf(journeyRun, [{ ...entered, data: { ...entered.data, group: 'held-out', nextStepId: undefined } }], 'r-1'),
    ).toMatchObject({ status: 'held-out', runGroup: 'held-out', nextStepId: null }));
});

describe('a task', () => {
  it('is open until somebody says that it is done', () => {
    const given = taken(1, task);
    expect(rowOf(journeyTask, [given], 't-1')).toMatchObject({ status: 'open', assignee: 'anna', dueAt: day(5) });
    const done: Of<'JourneyTaskDone'> = {
      type: 'JourneyTaskDone',
      data: { ...ofRun, taskId: 't-1', by: 'bo', note: 'Called.', doneAt: day(4) },
    };
    expect(rowOf(journeyTask, [given, done], 't-1')).toMatchObject({ status: 'done', doneBy: 'bo', note: 'Called.' });
    expect(journeyTask.keysOf(recordAll([taken(1, message)])[0] ?? fail())).toEqual([]);
  });
});

describe('the list of journeys', () => {
  it('counts entries, steps, endings and refusals', () => {
    const refused: Of<'JourneyEntryRefused'> = {
      type: 'JourneyEntryRefused',
      data: {
        customerId: 'k-2',
        journeyId: 'welcome',
        version: 1,
        reason: 're-entry',
        causeEventId: 'e',
        refusedAt: day(2),
      },
    };
    const events = [entered, taken(1, message), taken(2, message), taken(3, task), ended, refused];
    expect(rowOf(journeyList, events, 'welcome')).toMatchObject({
      treated: 1,
      heldOut: 0,
      steps: { message: 2, task: 1 },
      ended: { completed: 1 },
      refused: { 're-entry': 1 },
    });
  });
  it('has the newest version that was published of policies of its kind alone', () => {
    const version = (number: number, kind: 'journey' | 'calendar') => ({
      type: 'PolicyPublished' as const,
      data: { policyId: 'welcome', kind, version: number, title: text, effectiveFrom: day(number), by: 'li' },
    });
    // The content is of no concern to the list.
    const events = [version(2, 'journey'), version(1, 'journey'), version(3, 'calendar')] as never[];
    expect(rowOf(journeyList, events, 'welcome')).toMatchObject({ version: 2, effectiveFrom: day(2), titleEn: 'text' });
  });
});

describe('what came of a run', () => {
  const ordered = (purchaseId: string, at: string): JourneyOutcomeEvent => ({
    type: 'PurchaseRecorded',
    data: { purchaseId, customerId: 'k-1', lines: [], total: { amountMinor: 1, currency: 'CNY' }, purchasedAt: at },
  });
  const cancelled = (purchaseId: string, at: string): JourneyOutcomeEvent => ({
    type: 'PurchaseCancelled',
    data: {
      purchaseId,
      customerId: 'k-1',
      reason: 'x',
      total: { amountMinor: 1, currency: 'CNY' },
      purchasedAt: at,
      cancelledAt: day(20),
    },
  });
  const stage = (to: 'churned' | 'won-back', at: string): JourneyOutcomeEvent => ({
    type: 'StageEntered',
    data: {
      customerId: 'k-1',
      policy: { policyId: 'lifecycle', version: 1 },
      stage: to,
      from: 'none',
      ruleId: 'r',
      inputs: {},
      reason: text,
      cause: 'time',
      enteredAt: at,
    },
  });
  const login = (at: string): JourneyOutcomeEvent => ({
    type: 'CustomerLoggedIn',
    data: { signalId: 's', customerId: 'k-1', loggedInAt: at },
  });
  const runOf = (...events: readonly JourneyOutcomeEvent[]): JourneyOutcomeRun =>
    rowOf(journeyOutcome, events, 'k-1')?.runs[0] ?? fail();

  it('is an order after the entry and in time, whenever it was recorded', () => {
    expect(reached('ordered', runOf(entered))).toBe(false);
    expect(reached('ordered', runOf(entered, ordered('p-1', day(12))))).toBe(true);
    expect(reached('ordered', runOf(entered, ordered('p-1', day(2)), ordered('p-2', day(13))))).toBe(false);
    expect(reached('ordered', runOf(entered, ordered('p-1', day(20)), ordered('p-2', day(5))))).toBe(true);
  });
  it('is none that was cancelled, and one of two all the same', () => {
    const both = [entered, ordered('p-1', day(4)), ordered('p-2', day(5))];
    expect(reached('ordered', runOf(...both, cancelled('p-1', day(4))))).toBe(true);
    expect(reached('ordered', runOf(...both, cancelled('p-1', day(4)), cancelled('p-2', day(5))))).toBe(false);
  });
  it('is the stage at the end of the time, be it the one before the entry', () => {
    expect(reached('not-churned', runOf(entered))).toBe(true);
    expect(reached('not-churned', runOf(stage('churned', day(1)), entered))).toBe(false);
    expect(reached('not-churned', runOf(stage('churned', day(1)), entered, stage('won-back', day(9))))).toBe(true);
    expect(reached('not-churned', runOf(entered, stage('churned', day(13))))).toBe(true);
  });
  it('is a login', () => {
    expect(reached('logged-in', runOf(entered, login(day(3))))).toBe(true);
    expect(reached('logged-in', runOf(entered, login(day(1))))).toBe(false);
  });
});

function fail(): never {
  throw new Error('there is one');
}
