import * as fc from 'fast-check';
import type { JourneyEvent } from '@tenure/journey-contract';
import { simulateCustomer } from './simulation.walk';
import { consent, historyOf, merged, purchase, registered, stage, tier } from './testing/customer.history';
import { messaging, winBack } from './testing/journey.fixture';
import { LivePlatform, type Sent } from './testing/live.platform';

const START = Date.UTC(2026, 8, 1);
const HOUR_MS = 3_600_000;
const UNTIL = new Date(START + 300 * 24 * HOUR_MS).toISOString();

const stages = ['churn-warning', 'churn-warning', 'churn-warning', 'won-back', 'maintenance'] as const;
const anyEvent = fc.oneof(
  { weight: 3, arbitrary: fc.constant(purchase) },
  { weight: 5, arbitrary: fc.constantFrom(...stages).map((is) => (at: string) => stage(is, at)) },
  { weight: 1, arbitrary: fc.constantFrom('A', 'B').map((is) => () => tier(is)) },
  { weight: 1, arbitrary: fc.boolean().map((granted) => (at: string) => consent(granted, at)) },
  { weight: 1, arbitrary: fc.constant(merged) },
);
const anyHours = fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 31, max: 900 }));
const anyHistory = fc
  .tuple(fc.constantFrom('a@example.org', undefined), fc.array(fc.tuple(anyHours, anyEvent), { maxLength: 25 }))
  .map(([email, events]) => {
    let atMs = START;
    const start = new Date(START).toISOString();
    const later = events.map(([hours, make]) => {
      atMs += hours * HOUR_MS;
      const at = new Date(atMs).toISOString();
      return { event: make(at), at };
    });
    const first = [registered(start, email), consent(true, start)].map((event) => ({ event, at: start }));
    return historyOf([...first, ...later.filter(({ at }) => at < UNTIL)]);
  });

function wordOf({ type, data }: JourneyEvent): string {
  switch (type) {
    case 'JourneyEntered':
      return data.group;
    case 'JourneyStepTaken':
      return data.action.kind === 'suppressed' ? data.action.reason : data.action.kind;
    case 'JourneyEntryRefused':
    case 'JourneyEnded':
      return data.reason;
    case 'JourneyStepPutOff':
    case 'JourneyTaskDone':
      return type;
  }
}

/** All that can come of the journey; what never came up would prove nothing. No cap: its one voucher comes in 90 days. */
const EVERYTHING = [
  ...['treated', 'held-out', 'message', 'wait', 'branch', 'task', 'voucher', 'survey', 'no-consent', 'no-address'],
  ...['entry-condition', 're-entry', 'in-it-already', 'customer-merged', 'exit-condition', 'completed'],
];

describe('a simulation', () => {
  it('records what the platform records that runs on the same history, each command sent again and again', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anyHistory, fc.nat(), fc.constantFrom(0, 0, 90), (history, chance, holdOutPercent) => {
        const content = { ...winBack, holdOutPercent };
        const live = new LivePlatform(content, (sent: readonly Sent[]) => sent[chance % (sent.length + 1)]);
        for (const event of history) live.follow(event);
        live.actUntil(UNTIL);
        const journey = { journeyId: 'journey', version: 1, content };
        const plan = { journey, messagingAt: () => messaging, from: '2026-01-01T00:00:00Z', until: UNTIL };
        const simulated = simulateCustomer(plan, 'k-1', history);
        expect(simulated).toEqual(live.log);
        simulated.forEach((event) => seen.add(wordOf(event)));
      }),
      { numRuns: 3_000 },
    );
    expect([...seen].sort()).toEqual([...EVERYTHING].sort());
  });
});
