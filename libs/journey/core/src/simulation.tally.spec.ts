import type { DomainEvent } from '@tenure/kernel';
import { JourneyComparison } from './simulation.comparison';
import { SimulationTally } from './simulation.tally';
import { simulateCustomer, type SimulationPlan } from './simulation.walk';
import { consent, historyOf, merged, purchase, registered, stage, tier } from './testing/customer.history';
import { enteredData, messaging, winBack } from './testing/journey.fixture';

const plan: SimulationPlan = {
  journey: { journeyId: 'draft', version: 2, content: winBack },
  messagingAt: () => messaging,
  from: '2026-10-01T00:00:00Z',
  until: '2027-01-01T00:00:00Z',
};
const at = (time: string) => (event: DomainEvent) => ({ event, at: time });
const start = '2026-09-01T00:00:00Z';
const known = [registered(start, 'a@example.org'), consent(true, start), purchase(start)].map(at(start));
const warnedAt = '2026-10-08T02:00:00.000Z';
const warned = at(warnedAt)(stage('churn-warning', warnedAt));

const simulated = (events: Parameters<typeof historyOf>[0], fields: Partial<SimulationPlan> = {}) =>
  simulateCustomer({ ...plan, ...fields }, 'k-1', historyOf(events));

describe('a simulation', () => {
  it('says whom the journey would have reached and when, step by step', () => {
    const tally = new SimulationTally(winBack, 10);
    tally.add(simulated([...known, warned]));
    tally.add(simulated([...known, at(start)(consent(false, start)), warned]));
    tally.add(simulated([at(start)(registered(start)), warned]));
    tally.add(simulated([at(start)(tier('A')), ...known, warned]));
    expect(tally.result()).toMatchObject({
      customers: 4,
      reached: 3,
      entered: { treated: 3, 'held-out': 0 },
      refused: { 'entry-condition': 1 },
      ended: { completed: 3 },
      steps: [
        { stepId: 'greet', kind: 'message', taken: 3, suppressed: {} },
        { stepId: 'a-day', kind: 'wait', taken: 3 },
        { stepId: 'by-tier', kind: 'branch', taken: 3 },
        { stepId: 'visit', kind: 'task', taken: 1 },
        { stepId: 'voucher', kind: 'voucher', taken: 2, suppressed: { 'no-consent': 1 } },
        { stepId: 'survey', kind: 'survey', taken: 2 },
      ],
      months: [{ month: '2026-10', entered: 3, sent: 6, tasks: 1, suppressed: 1 }],
    });
    expect(tally.result().examples[0]).toEqual({
      customerId: 'k-1',
      group: 'treated',
      enteredAt: warnedAt,
      steps: [
        { stepId: 'greet', kind: 'message', at: warnedAt },
        { stepId: 'a-day', kind: 'wait', at: warnedAt },
        ...['by-tier branch', 'voucher voucher', 'survey survey'].map((step) => {
          const [stepId, kind] = step.split(' ');
          return { stepId, kind, at: '2026-10-09T02:00:00.000Z' };
        }),
      ],
      ended: 'completed',
      endedAt: '2026-10-09T02:00:00.000Z',
    });
  });
  it('shows no more runs than are asked for', () => {
    const tally = new SimulationTally(winBack, 1);
    [1, 2].forEach(() => tally.add(simulated([...known, warned])));
    expect(tally.result()).toMatchObject({ reached: 2, examples: [{ customerId: 'k-1' }] });
  });
  it('enters for what happened in the window alone, and takes no step after it', () => {
    expect(simulated([...known, warned], { from: '2026-10-08T02:00:00.001Z' })).toEqual([]);
    expect(simulated([...known, warned], { until: warnedAt })).toEqual([]);
    const cut = simulated([...known, warned], { until: '2026-10-09T02:00:00Z' });
    expect(cut.map(({ type }) => type)).toEqual(['JourneyEntered', 'JourneyStepTaken', 'JourneyStepTaken']);
  });
  it('goes by when things happened, however late they were recorded', () =>
    expect(simulated([warned, ...known]).map(({ type }) => type)).toEqual(
      simulated([...known, warned]).map(({ type }) => type),
    ));
  it('ends where the customer is merged in mid-journey', () => {
    const mergedAt = '2026-10-08T12:00:00Z';
    const events = simulated([...known, warned, at(mergedAt)(merged(mergedAt))]);
    expect(events.at(-1)).toMatchObject({
      type: 'JourneyEnded',
      data: { reason: 'customer-merged', endedAt: mergedAt },
    });
  });
  it('counts other journeys as they were recorded', () => {
    const other = { type: 'JourneyEntered', data: { ...enteredData, journeyId: 'other', runId: 'other' } };
    expect(simulated([...known, at(warnedAt)(other), warned])).toMatchObject([
      { type: 'JourneyEntryRefused', data: { reason: 'active-win-back' } },
    ]);
  });
  it('leaves out what is recorded of the journey itself', () => {
    const own = { type: 'JourneyEntered', data: { ...enteredData, journeyId: 'draft', runId: 'own' } };
    expect(simulated([...known, at(warnedAt)(own), warned])[0]).toMatchObject({ type: 'JourneyEntered' });
  });
});

describe('a comparison', () => {
  const before = simulated([...known, warned]);
  it('adds up what would have been otherwise', () => {
    const comparison = new JourneyComparison();
    comparison.add('k-1', before, before);
    comparison.add('k-2', [], before);
    comparison.add('k-3', [], []);
    comparison.add(
      'k-4',
      before,
      simulated([...known, at('2026-10-08T03:00:00Z')(stage('churn-warning', '2026-10-08T03:00:00Z'))]),
    );
    const way = 'message greet, voucher voucher, survey survey';
    expect(comparison.result(['a note'])).toEqual({
      of: 'customers',
      looked: 4,
      changed: 2,
      changes: [
        { from: 'not reached', to: way, count: 1 },
        { from: way, to: `${way}, at other times`, count: 1 },
      ],
      examples: [
        { id: 'k-2', customerId: 'k-2', from: 'not reached', to: way },
        { id: 'k-4', customerId: 'k-4', from: way, to: `${way}, at other times` },
      ],
      notes: ['a note'],
    });
  });
});
