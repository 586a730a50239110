import type { Facts } from '@tenure/behaviour-contract';
import type { JourneyEvent, JourneyStanding, StepAction } from '@tenure/journey-contract';
import type { JourneyContent } from '@tenure/policy-contract';
import { customerJourneys } from './journey.decider';
import { nextDue } from './journey.due';
import { message, offer, reachable, rulesOf, said, thursday, winBack } from './testing/journey.fixture';

interface Circumstances {
  readonly facts?: Facts;
  readonly standing?: Partial<JourneyStanding>;
}

/** What a customer lives through who enters each of the journeys on the Thursday, every step taken when it is due. */
function eventsOf(journeys: Record<string, JourneyContent>, { facts = {}, standing = {} }: Circumstances = {}) {
  const decider = customerJourneys(rulesOf(journeys));
  const frame = { customerId: 'k-1', facts: { orders: 1, ...facts }, standing: { ...reachable, ...standing } };
  const events: JourneyEvent[] = [];
  let state = decider.initial;
  const carryOut = (command: Parameters<typeof decider.decide>[0]) => {
    const decision = decider.decide(command, state);
    const decided = decision.accepted ? decision.events : [];
    events.push(...decided);
    state = decided.reduce(decider.evolve, state);
  };
  for (const journeyId of Object.keys(journeys)) {
    const of = { journeyId, version: 1, causeEventId: 'cause', occurredAt: thursday };
    carryOut({ type: 'EnterJourney', ...frame, ...of });
  }
  for (let [due] = nextDue(state); due; [due] = nextDue(state)) {
    carryOut({ type: 'TakeJourneyStep', ...frame, runId: due.runId, stepId: due.stepId, occurredAt: due.dueAt });
  }
  return events;
}

const actionsOf = (events: readonly JourneyEvent[]): readonly StepAction[] =>
  events.flatMap((event) => (event.type === 'JourneyStepTaken' ? [event.data.action] : []));
const actions = (content: JourneyContent, circumstances?: Circumstances) =>
  actionsOf(eventsOf({ journey: content }, circumstances));

describe('a run', () => {
  it('goes through a branch to the voucher and the survey, a day after the greeting', () =>
    expect(
      eventsOf({ journey: winBack }).map(({ type, data }) =>
        'stepId' in data ? `${data.stepId} ${data.takenAt}` : type,
      ),
    ).toEqual([
      'JourneyEntered',
      'greet 2026-10-08T10:00:00+08:00',
      'a-day 2026-10-08T10:00:00+08:00',
      'by-tier 2026-10-09T02:00:00.000Z',
      'voucher 2026-10-09T02:00:00.000Z',
      'survey 2026-10-09T02:00:00.000Z',
      'JourneyEnded',
    ]));
  it('waits before its end too', () => {
    const step = { stepId: 'a-day', kind: 'wait', hours: 24, next: 'end' } as const;
    const events = eventsOf({ journey: { ...offer, start: 'a-day', steps: [step] } });
    expect(events.at(-1)).toMatchObject({
      type: 'JourneyEnded',
      data: { reason: 'completed', endedAt: '2026-10-09T02:00:00.000Z' },
    });
  });
  it('of steps that go round is cut off, and no message is sent twice', () => {
    const steps = [message('one', 'two'), message('two', 'one')];
    expect(actions({ ...offer, start: 'one', steps })).toHaveLength(2);
  });
});

describe('what a step leads to', () => {
  it('is a task with its title filled in', () =>
    expect(actions(winBack, { facts: { tier: 'A' } }).slice(2)).toEqual([
      { kind: 'branch', inputs: { tier: 'A' } },
      expect.objectContaining({ kind: 'task', assignee: 'person:bo', title: said('visit 宏达') }),
    ]));
  it('is a voucher whose code stands in the message, valid until a moment of the calendar’s zone', () => {
    const voucher = actions(winBack)[3];
    expect(voucher).toMatchObject({
      kind: 'voucher',
      purpose: 'marketing',
      value: { percent: 10 },
      subject: said('10%'),
    });
    const { voucherId, code, validUntil, body } = voucher as Extract<StepAction, { kind: 'voucher' }>;
    expect({ code, validUntil, body }).toEqual({
      code: `code-of-${voucherId}`,
      validUntil: '2026-11-08T02:00:00.000Z',
      body: said(`${code} until 2026-11-08 10:00, 1 orders`),
    });
  });
  it('shows what is not known as a dash, and a customer without a name as one', () => {
    const text = {
      zh: '{customer.name}{tier}{contractual}',
      en: '{customer.name} {daysToRenewal} {stage} {contractual}',
    };
    const steps = [message('offer', 'end', { body: text })];
    const facts = { stage: 'churn-warning', contractual: false };
    expect(actions({ ...offer, steps }, { standing: { name: undefined }, facts })).toMatchObject([
      { body: { zh: '客户–否', en: 'customer – churn warning no' } },
    ]);
  });
});

describe('nothing is sent', () => {
  const suppressed = (reason: string) => [{ kind: 'suppressed', reason }];
  it('to sell without consent', () => {
    expect(actions(offer, { standing: { consents: {} } })).toEqual(suppressed('no-consent'));
    expect(actions(offer, { standing: { consents: { service: true, marketing: false } } })).toEqual(
      suppressed('no-consent'),
    );
  });
  it('at all where consent was taken back, though a message of service needs none', () => {
    const steps = [message('hello', 'end')];
    const hello = { ...offer, start: 'hello', steps };
    expect(actions(hello, { standing: { consents: {} } })).toMatchObject([{ kind: 'message' }]);
    expect(actions(hello, { standing: { consents: { service: false } } })).toEqual(suppressed('no-consent'));
  });
  it('where there is nowhere to write to', () =>
    expect(actions(offer, { standing: { hasAddress: false } })).toEqual(suppressed('no-address')));
  it('beyond what a customer may get in so many days, whatever journey it was of', () => {
    const events = eventsOf({ one: offer, other: offer });
    expect(actionsOf(events)).toMatchObject([{ kind: 'message' }, { kind: 'suppressed', reason: 'frequency-cap' }]);
  });
  it('and no voucher is issued', () =>
    expect(actions(winBack, { standing: { consents: {} } }).map(({ kind }) => kind)).toEqual([
      'message',
      'wait',
      'branch',
      'suppressed',
      'survey',
    ]));
});
