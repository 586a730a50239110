import * as fc from 'fast-check';
import { proveRepeatedCommandsYieldNoEvents } from '@tenure/kernel/testing';
import { customerJourneys } from './journey.decider';
import { runIdOf } from './journey.entry';
import { call, reachable, rulesOf, winBack } from './testing/journey.fixture';

const decider = customerJourneys(
  rulesOf({ 'win-back': winBack, call, 'held-out': { ...winBack, holdOutPercent: 90 } }),
);

it('no command that is repeated yields events', () => {
  const journeys = fc.constantFrom('win-back', 'call', 'held-out');
  const cause = fc.constantFrom('cause-1', 'cause-2');
  const run = fc.tuple(journeys, cause).map(([journeyId, id]) => runIdOf(journeyId, id));
  const occurredAt = fc
    .integer({ min: 0, max: 4_000 })
    .map((hour) => new Date(Date.UTC(2026, 9, 8, hour)).toISOString());
  const frame = {
    customerId: fc.constant('k-1'),
    occurredAt,
    facts: fc.constantFrom({ orders: 1 }, { orders: 1, tier: 'A' }, {}, { stage: 'won-back' }),
    standing: fc.constantFrom(reachable, { ...reachable, consents: {} }, { ...reachable, hasAddress: false }),
  };
  proveRepeatedCommandsYieldNoEvents(decider, {
    EnterJourney: fc.record({
      ...frame,
      type: fc.constant('EnterJourney' as const),
      journeyId: journeys,
      version: fc.constant(1),
      causeEventId: cause,
    }),
    TakeJourneyStep: fc.record({
      ...frame,
      type: fc.constant('TakeJourneyStep' as const),
      runId: run,
      stepId: fc.constantFrom('greet', 'by-tier', 'call'),
    }),
    EndJourneyRun: fc.record({
      type: fc.constant('EndJourneyRun' as const),
      customerId: fc.constant('k-1'),
      occurredAt,
      runId: run,
      reason: fc.constantFrom('customer-merged' as const, 'journey-withdrawn' as const),
    }),
    CompleteJourneyTask: fc.record({
      type: fc.constant('CompleteJourneyTask' as const),
      customerId: fc.constant('k-1'),
      occurredAt,
      taskId: run.map((id) => `${id}.1`),
      by: fc.constantFrom('bo', 'anna'),
    }),
  });
});
