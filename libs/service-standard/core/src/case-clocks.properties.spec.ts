import type { CaseClockEvent, CaseFact } from '@tenure/service-standard-contract';
import * as fc from 'fast-check';
import { caseClocks } from './case-clocks.decider';
import { nextMomentsOf } from './clock.advance';
import { standardsBook } from './standards.book';
import { clockOf, observedBy, observing, timePassed } from './testing/case.history';
import { changes, policies } from './testing/example.policies';
import { recountResolution } from './testing/minute.recount';
import { randomHistory } from './testing/random.history';

const book = standardsBook(policies);
/** Standard and calendar become others while cases run. */
const changing = standardsBook([...policies, ...changes]);
const standards = fc.constantFrom('following', 'keeping', 'service-standard');
const anyHistory = standards.chain((id) => randomHistory(id));
const aliveOrHistory = fc
  .tuple(standards, fc.boolean())
  .chain(([id, isHistory]) =>
    fc.tuple(fc.constant(isHistory), randomHistory(id, isHistory ? '2025-02-01T00:00:00.000Z' : undefined)),
  );

const proves = <Value>(values: fc.Arbitrary<Value>, holds: (value: Value) => void) =>
  fc.assert(fc.property(values, holds), { numRuns: 100 });

type Of<Type extends CaseClockEvent['type']> = Extract<CaseClockEvent, { type: Type }>;
const ofType = <Type extends CaseClockEvent['type']>(events: readonly CaseClockEvent[], type: Type) =>
  events.filter((event): event is Of<Type> => event.type === type);

describe('the clocks of any history', () => {
  it('count what a recount minute by minute counts, and are late when it is', () =>
    proves(randomHistory('following'), ({ facts, end }) => {
      const { events, state } = observedBy(book, largest([...facts, timePassed(end)]));
      const met = ofType(events, 'ClockMet').filter(({ data }) => data.clockId === 'resolution');
      const breachedAt = clockOf(state, 'resolution')?.breachedAt;
      expect({
        met: met.map(({ data: { metAt: at, elapsedSeconds, late } }) => ({
          at,
          elapsedMinutes: elapsedSeconds / 60,
          late,
        })),
        breachedAt: breachedAt === undefined ? undefined : new Date(breachedAt).toISOString(),
      }).toEqual(recountResolution(facts, end));
    }));

  it('are the same however the facts are divided among commands, and change by nothing that is told again', () =>
    proves(fc.tuple(anyHistory, fc.array(fc.nat(8)), fc.nat(100)), ([{ facts, end }, sizes, again]) => {
      const all = [...facts, timePassed(end)];
      const { events, state } = observedBy(changing, largest(all));
      const byParts = observedBy(changing, divided(all, sizes));
      expect(byParts.events).toEqual(events);
      expect(byParts.state).toEqual(state);
      const told = all.slice(again % all.length).filter(({ kind }) => kind !== 'time-passed');
      expect(caseClocks(changing).decide(observing(...told, timePassed(end)), state)).toEqual({
        accepted: true,
        events: [],
      });
    }));

  it('remind once of every percentage and escalate every step once, whenever time passes', () =>
    proves(fc.tuple(anyHistory, fc.array(fc.nat(60), { maxLength: 30 })), ([{ facts, end }, hours]) => {
      const passing = hours.map((hour) => timePassed(new Date(Date.parse(end) + hour * 3_600_000).toISOString()));
      const { events } = observedBy(changing, [...largest(facts), ...passing.map((one) => [one])]);
      const reminders = ofType(events, 'ClockReminded').map(({ data }) => `${data.clockId} ${data.percent}`);
      const escalations = ofType(events, 'ClockEscalated').map(({ data }) => `${data.clockId} ${data.step}`);
      expect(new Set(reminders).size).toBe(reminders.length);
      expect(new Set(escalations).size).toBe(escalations.length);
    }));

  it('lose no time over any number of retargetings', () =>
    proves(randomHistory('following'), ({ facts, end }) => {
      const { events } = observedBy(book, largest([...withoutPauses(facts), timePassed(end)]));
      const [met] = ofType(events, 'ClockMet').filter(({ data }) => data.clockId === 'first-response');
      if (!met || ofType(events, 'ClockContinued').length > 0) return;
      const opened = Date.parse(facts[0]?.occurredAt ?? '');
      expect(met.data.elapsedSeconds).toBe((Date.parse(met.data.metAt) - opened) / 1000);
    }));

  it('alarm of nothing that was past when it became known, and of history not at all', () =>
    proves(aliveOrHistory, ([isHistory, { facts, end }]) => {
      const { events } = observedBy(changing, largest([...facts, timePassed(end)]));
      const alarms = events.flatMap((event) => alarmOf(event) ?? []);
      if (isHistory) expect(alarms.filter(({ alarm }) => alarm)).toEqual([]);
      for (const { alarm, at, event } of alarms) {
        const before = events.slice(0, events.indexOf(event));
        const known = knownAt(before, event);
        const isAlarm = at > known || (isChangeOf(before, event, at) && known - at <= 5 * 60_000);
        expect({ event, alarm }).toEqual({ event, alarm: isAlarm });
      }
    }));

  it('wait for the very moment at which time alone does something next', () =>
    proves(anyHistory, ({ facts }) => {
      const { state } = observedBy(changing, largest(facts));
      if (state.status === 'absent') return;
      const [next] = nextMomentsOf(state, changing)
        .map(({ at }) => at)
        .sort();
      const eventsBy = (at: string) => {
        const decision = caseClocks(changing).decide(observing(timePassed(at)), state);
        return decision.accepted ? decision.events.length : -1;
      };
      if (next === undefined) return expect(eventsBy('2100-01-01T00:00:00Z')).toBe(0);
      expect(eventsBy(new Date(Date.parse(next) - 1000).toISOString())).toBe(0);
      expect(eventsBy(next)).toBeGreaterThan(0);
    }));
});

const withoutPauses = (facts: readonly CaseFact[]) =>
  facts.filter(({ kind }) => kind !== 'held' && kind !== 'continued');

/** Commands as large as they may be: what comes to be known after a moment passed is told by the next. */
const largest = (facts: readonly CaseFact[]): CaseFact[][] => {
  const batches: CaseFact[][] = [[]];
  for (const one of facts) {
    batches.at(-1)?.push(one);
    if (one.kind === 'time-passed') batches.push([]);
  }
  return batches;
};

const divided = (facts: readonly CaseFact[], sizes: readonly number[]): CaseFact[][] =>
  largest(facts).flatMap((batch, index) => {
    const at = sizes[index] ?? 0;
    return [batch.slice(0, at), batch.slice(at)];
  });

interface Alarm {
  readonly event: Of<'ClockReminded' | 'ClockBreached' | 'ClockEscalated'>;
  readonly alarm: boolean;
  readonly at: number;
}

function alarmOf(event: CaseClockEvent): Alarm | undefined {
  if (event.type === 'ClockReminded') return { event, alarm: event.data.alarm, at: Date.parse(event.data.remindedAt) };
  if (event.type === 'ClockBreached') return { event, alarm: event.data.alarm, at: Date.parse(event.data.breachedAt) };
  if (event.type === 'ClockEscalated')
    return { event, alarm: event.data.alarm, at: Date.parse(event.data.escalatedAt) };
  return undefined;
}

const SETTING = ['ClockStarted', 'ClockPaused', 'ClockResumed', 'ClockRetargeted', 'ClockContinued'];

/** Whether the clock got its target in the very moment. */
const isChangeOf = (before: readonly CaseClockEvent[], { data }: Alarm['event'], at: number): boolean =>
  Date.parse(
    ofType(before, 'ClockRetargeted').findLast(
      (change) => change.data.clockId === data.clockId && change.data.cause.kind !== 'calendar-published',
    )?.data.retargetedAt ?? '',
  ) === at;

/** When the newest of what set the clock so far became known. */
const knownAt = (before: readonly CaseClockEvent[], { data: { clockId } }: Alarm['event']): number =>
  before
    .filter((event) => SETTING.includes(event.type) && 'clockId' in event.data && event.data.clockId === clockId)
    .reduce((newest, { data: { cause } }) => Math.max(newest, Date.parse(cause.recordedAt ?? '1970-01-01')), 0);
