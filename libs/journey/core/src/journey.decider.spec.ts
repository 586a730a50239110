import type { JourneyEvent } from '@tenure/journey-contract';
import { specify } from '@tenure/kernel/testing';
import { customerJourneys } from './journey.decider';
import { nextDue } from './journey.due';
import {
  entered,
  enteredData,
  entering,
  fridayMorning,
  offer,
  ofJourney,
  ofRun,
  reachable,
  rulesOf,
  runId,
  said,
  taking,
  thursday,
  thursdayEvening,
  winBack,
} from './testing/journey.fixture';

const decider = customerJourneys(rulesOf({ 'win-back': winBack, 'win-back-2': winBack, offer }));
const { given } = specify(decider);

const refused = (reason: string, fields: object = {}): JourneyEvent =>
  ({
    type: 'JourneyEntryRefused',
    data: { ...ofJourney, reason, causeEventId: 'cause-2', refusedAt: thursday, ...fields },
  }) as JourneyEvent;
const again = { ...entering, causeEventId: 'cause-2' };
const greeted: JourneyEvent = {
  type: 'JourneyStepTaken',
  data: {
    ...ofRun,
    stepId: 'greet',
    step: 1,
    action: { kind: 'message', purpose: 'service', subject: said('greet'), body: said('greet 宏达') },
    takenAt: thursday,
    nextStepId: 'a-day',
    nextDueAt: thursday,
  },
};
const waiting: JourneyEvent = {
  type: 'JourneyStepTaken',
  data: {
    ...ofRun,
    stepId: 'a-day',
    step: 2,
    action: { kind: 'wait' },
    takenAt: thursday,
    nextStepId: 'by-tier',
    nextDueAt: '2026-10-09T02:00:00.000Z',
  },
};
const ended = (reason: string, endedAt: string): JourneyEvent =>
  ({ type: 'JourneyEnded', data: { ...ofRun, reason, endedAt } }) as JourneyEvent;

describe('entering a journey', () => {
  it('has the first step due at once while customers may be written to', () => given().when(entering).then(entered));
  it('has a message wait until they may', () =>
    expect(decider.decide({ ...entering, occurredAt: thursdayEvening }, decider.initial)).toMatchObject({
      events: [{ data: { nextStepId: 'greet', nextDueAt: fridayMorning } }],
    }));
  it('is refused where the entry condition does not hold', () =>
    given()
      .when({ ...again, facts: { orders: 0 } })
      .then(refused('entry-condition')));
  it('is refused where the customer goes on under another id', () =>
    given()
      .when({ ...again, standing: { ...reachable, mergedInto: 'k-2' } })
      .then(refused('customer-merged')));
  it('is refused while in it', () => given(entered).when(again).then(refused('in-it-already')));
  it('is refused while in another win-back', () =>
    given(entered)
      .when({ ...again, journeyId: 'win-back-2' })
      .then(refused('active-win-back', { journeyId: 'win-back-2' })));
  it('is possible while in a win-back where it is none', () =>
    expect(decider.decide({ ...again, journeyId: 'offer' }, given(entered).state())).toMatchObject({
      events: [{ type: 'JourneyEntered' }],
    }));
  it('is refused before the days of re-entry are over, and possible then', () => {
    const over = given(entered, ended('exit-condition', thursday));
    const early = '2027-01-06T01:59:59.999Z';
    over.when({ ...again, occurredAt: early }).then(refused('re-entry', { refusedAt: early }));
    expect(decider.decide({ ...again, occurredAt: '2027-01-06T02:00:00Z' }, over.state())).toMatchObject({
      events: [{ type: 'JourneyEntered' }],
    });
  });
  it('of a version that was never published is refused', () =>
    given()
      .when({ ...entering, version: 2 })
      .thenRejected('journey-not-published'));
});

describe('a customer who is held out', () => {
  const data = { ...enteredData, group: 'held-out' as const, nextStepId: undefined, nextDueAt: undefined };
  const heldOut: JourneyEvent = { type: 'JourneyEntered', data };
  it('has nothing due', () => expect(nextDue(given(heldOut).state())).toEqual([]));
  it('is sent nothing', () => given(heldOut).when(taking).thenRejected('journey-step-not-next'));
  it('is left alone by other win-backs until the outcome is known', () => {
    const other = { ...again, journeyId: 'win-back-2' };
    given(heldOut)
      .when(other)
      .then(refused('active-win-back', { journeyId: 'win-back-2' }));
    expect(decider.decide({ ...other, occurredAt: data.outcomeUntil }, given(heldOut).state())).toMatchObject({
      events: [{ type: 'JourneyEntered' }],
    });
  });
});

describe('taking a step', () => {
  it('takes what follows at the same moment, up to what is yet to come', () =>
    given(entered).when(taking).then(greeted, waiting));
  it('that is not due yet changes nothing', () =>
    given(entered, greeted, waiting)
      .when({ ...taking, stepId: 'by-tier' })
      .then());
  it('that was taken changes nothing', () => given(entered, greeted, waiting).when(taking).then());
  it('of a run that is over changes nothing', () =>
    given(entered, ended('customer-merged', thursday)).when(taking).then());
  it('that is another than the next is refused', () =>
    given(entered)
      .when({ ...taking, stepId: 'survey' })
      .thenRejected('journey-step-not-next'));
  it('of no run is refused', () =>
    given()
      .when({ ...taking, runId: 'none' })
      .thenRejected('journey-run-not-found'));
  it('late, when nobody is to be written to, puts it off', () =>
    given(entered)
      .when({ ...taking, occurredAt: thursdayEvening })
      .then({
        type: 'JourneyStepPutOff',
        data: { ...ofRun, nextStepId: 'greet', nextDueAt: fridayMorning, putOffAt: thursdayEvening },
      }));
  it('ends the run where the exit condition holds', () =>
    given(entered)
      .when({ ...taking, facts: { stage: 'won-back' } })
      .then(ended('exit-condition', thursday)));
  it('ends the run where the customer goes on under another id', () =>
    given(entered)
      .when({ ...taking, standing: { ...reachable, mergedInto: 'k-2' } })
      .then(ended('customer-merged', thursday)));
});

describe('a task', () => {
  const at = '2026-10-09T02:00:00.000Z';
  const taskId = `${runId}.4`;
  const given4 = () => {
    const state = given(entered, greeted, waiting).state();
    const decision = decider.decide({ ...taking, stepId: 'by-tier', facts: { tier: 'A' }, occurredAt: at }, state);
    return given(entered, greeted, waiting, ...(decision.accepted ? decision.events : []));
  };
  const done = { type: 'CompleteJourneyTask', customerId: 'k-1', taskId, by: 'bo', occurredAt: at } as const;
  it('is given to the person, and the run is completed', () =>
    expect([...given4().state().runs.values()]).toMatchObject([{ ended: true, tasks: { [taskId]: {} } }]));
  it('is done once, whether the run goes on or not', () =>
    given4()
      .when(done)
      .then({ type: 'JourneyTaskDone', data: { ...ofRun, taskId, by: 'bo', doneAt: at } }));
  it('is not done again by somebody else', () => {
    const history = { type: 'JourneyTaskDone', data: { ...ofRun, taskId, by: 'bo', doneAt: at } } as const;
    expect(decider.decide({ ...done, by: 'anna' }, decider.evolve(given4().state(), history))).toMatchObject({
      code: 'journey-task-already-done',
    });
  });
  it('that was never given is refused', () => given(entered).when(done).thenRejected('journey-task-not-found'));
});
