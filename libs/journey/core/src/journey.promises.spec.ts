import * as fc from 'fast-check';
import { isOpenAt } from '@tenure/calendar';
import type { JourneyEvent, JourneyStanding } from '@tenure/journey-contract';
import type { JourneyContent } from '@tenure/policy-contract';
import { customerJourneys } from './journey.decider';
import { nextDue } from './journey.due';
import { anyJourney } from './testing/any.journey';
import { messaging, reachable, rulesOf } from './testing/journey.fixture';

const HOUR_MS = 3_600_000;
const START = Date.UTC(2026, 9, 8);

interface Moment {
  readonly hours: number;
  readonly standing: JourneyStanding;
  readonly tier: string;
  readonly enters: 'one' | 'other' | 'neither';
}
const anyMoment: fc.Arbitrary<Moment> = fc.record({
  hours: fc.integer({ min: 0, max: 60 }),
  standing: fc.record({
    hasAddress: fc.constantFrom(true, true, true, false),
    consents: fc.oneof(
      { weight: 4, arbitrary: fc.constant(reachable.consents) },
      { weight: 1, arbitrary: fc.constantFrom({}, { marketing: false }, { service: false }) },
    ),
  }),
  tier: fc.constantFrom('A', 'B'),
  enters: fc.constantFrom('one' as const, 'other' as const, 'neither' as const),
});

interface Lived {
  readonly event: JourneyEvent;
  readonly standing: JourneyStanding;
}

/** Whoever acts does so now and then, and so late as often as not. */
function lived(journeys: Record<'one' | 'other', JourneyContent>, moments: readonly Moment[]): readonly Lived[] {
  const decider = customerJourneys(rulesOf(journeys));
  const all: Lived[] = [];
  let [state, atMs] = [decider.initial, START];
  for (const [index, { hours, standing, tier, enters }] of moments.entries()) {
    atMs += hours * HOUR_MS;
    const frame = { customerId: 'k-1', facts: { tier }, standing, occurredAt: new Date(atMs).toISOString() };
    const carryOut = (command: Parameters<typeof decider.decide>[0]) => {
      const decision = decider.decide(command, state);
      const events = decision.accepted ? decision.events : [];
      state = events.reduce(decider.evolve, state);
      all.push(...events.map((event) => ({ event, standing })));
    };
    for (const { runId, stepId } of nextDue(state)) carryOut({ type: 'TakeJourneyStep', ...frame, runId, stepId });
    const of = { journeyId: enters, version: 1, causeEventId: `cause-${index}` };
    if (enters !== 'neither') carryOut({ type: 'EnterJourney', ...frame, ...of });
  }
  return all;
}

const anyLife = fc
  .tuple(anyJourney, anyJourney, fc.array(anyMoment, { minLength: 20, maxLength: 45 }))
  .map(([one, other, moments]) => ({ all: lived({ one, other }, moments) }));

const written = (all: readonly Lived[]) =>
  all.flatMap(({ event: { type, data }, standing }) =>
    type === 'JourneyStepTaken' && 'purpose' in data.action
      ? [{ purpose: data.action.purpose, at: data.takenAt, standing }]
      : [],
  );

/** The promise says how much there was to show it by: what is never put to the test proves nothing. */
function always(promise: (life: { readonly all: readonly Lived[] }) => number) {
  let shown = 0;
  fc.assert(
    fc.property(anyLife, (life) => {
      shown += promise(life);
    }),
    { numRuns: 200 },
  );
  expect(shown).toBeGreaterThan(30);
}

describe('whatever the journeys, the customer and the delays', () => {
  it('nobody is written to outside the hours, without an address, or against their word', () =>
    always(({ all }) => {
      for (const { purpose, at, standing } of written(all)) {
        expect(messaging.hours && isOpenAt(at, messaging.hours)).toBe(true);
        expect(standing.hasAddress).toBe(true);
        expect(standing.consents[purpose] ?? purpose === 'service').toBe(true);
      }
      return written(all).length;
    }));
  it('nobody is written to more often than the caps allow, by all journeys together', () =>
    always(({ all }) => {
      const selling = written(all).filter(({ purpose }) => purpose === 'marketing');
      for (const [index, { at }] of selling.slice(1).entries()) {
        const before = Date.parse(selling[index]?.at ?? at);
        expect(Date.parse(at) - before).toBeGreaterThanOrEqual(7 * 24 * HOUR_MS);
      }
      const cappedAt = all.filter(({ event }) => wordOf(event) === 'frequency-cap');
      return cappedAt.length + Math.max(0, selling.length - 1);
    }));
  it('no step is taken twice, none after the end, and they count from 1', () =>
    always(({ all }) => {
      const runs = new Map<string, { taken: string[]; ended: boolean }>();
      for (const { event } of all) {
        if (!('runId' in event.data)) continue;
        const run = runs.get(event.data.runId) ?? { taken: [], ended: false };
        expect(run.ended).toBe(false);
        if (event.type === 'JourneyEnded') run.ended = true;
        if (event.type === 'JourneyStepTaken') {
          expect(run.taken).not.toContain(event.data.stepId);
          run.taken.push(event.data.stepId);
          expect(event.data.step).toBe(run.taken.length);
        }
        runs.set(event.data.runId, run);
      }
      return [...runs.values()].filter(({ ended }) => ended).length;
    }));
  it('a customer is in one win-back at a time', () =>
    always(({ all }) => {
      const active = new Set<string>();
      let refused = 0;
      for (const { event } of all) {
        const { type, data } = event;
        if (type === 'JourneyEntered' && data.group === 'treated' && data.category === 'win-back')
          active.add(data.runId);
        if (type === 'JourneyEnded') active.delete(data.runId);
        if (wordOf(event) === 'active-win-back') refused += 1;
        expect(active.size).toBeLessThanOrEqual(1);
      }
      return refused;
    }));
  it('who is held out is sent nothing', () =>
    always(({ all }) => {
      const runs = all.flatMap(({ event: { type, data } }) => (type === 'JourneyEntered' ? [data] : []));
      const heldOut = runs.filter(({ group }) => group === 'held-out').map(({ runId }) => runId);
      for (const { event } of all) {
        if (event.type === 'JourneyStepTaken') expect(heldOut).not.toContain(event.data.runId);
      }
      return heldOut.length;
    }));
});

/** What came of a step or an entry, where it is nothing. */
function wordOf({ type, data }: JourneyEvent): string | undefined {
  if (type === 'JourneyEntryRefused') return data.reason;
  return type === 'JourneyStepTaken' && data.action.kind === 'suppressed' ? data.action.reason : undefined;
}
