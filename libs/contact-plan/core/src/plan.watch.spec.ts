import type { InteractionEvent } from '@tenure/interaction-contract';
import type { Recorded } from '@tenure/kernel';
import { recordAll } from '@tenure/kernel/testing';
import type { TierEvent } from '@tenure/tier-contract';
import { stepsUntil } from './plan.steps';
import { watchOnEvent, type PlanWatch, type PlanWatchEvent } from './plan.watch';
import { monthlyVisits, planPolicy } from './testing/contact-plan.fixture';

const versions = [planPolicy];

/** As recorded at a moment, under an id of its own. */
function recorded(event: PlanWatchEvent, recordedAt: string, occurredAt = recordedAt): Recorded<PlanWatchEvent>[] {
  return recordAll([event], { occurredAt }).map((known) => ({ ...known, id: `at-${recordedAt}`, recordedAt }));
}
const judged = {
  customerId: 'k-1',
  policyId: 'value-tier',
  policyVersion: 1,
  inputs: { spendMinor: 0, currency: 'CNY', cooperationMonths: 0 },
  reasons: [],
};
const assigned = (tier: string, judgedAt: string): TierEvent => ({
  type: 'TierAssigned',
  data: { ...judged, tier, judgedAt },
});
const changed = (to: string, judgedAt: string): TierEvent => ({
  type: 'TierChanged',
  data: { ...judged, from: 'C', to, judgedAt },
});
type InteractionRecorded = Extract<InteractionEvent, { type: 'InteractionRecorded' }>;
const visited = (channel: 'visit' | 'email', recordedAt: string): InteractionRecorded => ({
  type: 'InteractionRecorded',
  data: { interactionId: 'i-1', customerId: 'k-1', channel, subject: 'Talk', resolved: true, recordedAt },
});

const october = '2026-10-05T00:00:00.000Z';
const november = '2026-11-22T00:00:00.000Z';
const newYear = '2026-12-31T16:00:00.000Z';

const watchAfter = (...events: Recorded<PlanWatchEvent>[]): PlanWatch => {
  const watch = events.reduce<PlanWatch | undefined>((known, event) => watchOnEvent(known, event, versions), undefined);
  if (!watch) throw new Error('nobody is watched');
  return watch;
};
const acted = (watch: PlanWatch, now: string, under = versions) => stepsUntil(watch, under, now);
const shortly = (steps: ReturnType<typeof acted>['steps']) =>
  steps.map((step) => `${step.type} ${step.at} ${step.type === 'plan' ? step.tier : step.interaction.by}`);

describe('watching who is to be planned', () => {
  it('has nothing to do for a tier without a plan', () => {
    const watch = watchAfter(...recorded(assigned('C', october), october));
    expect(watch).toMatchObject({ tier: 'C', facts: [], isPlanned: false });
    expect(acted(watch, newYear).steps).toEqual([]);
  });
  it('plans from the moment at which the tier became known, whenever it was judged for', () => {
    const { steps, watch } = acted(watchAfter(...recorded(assigned('A', '2011-05-01T00:00:00Z'), october)), october);
    expect(shortly(steps)).toEqual([`plan ${october} A`]);
    expect(watch).toMatchObject({ tier: 'A', knownSince: october, actedAt: october, nextAt: newYear, facts: [] });
  });
  it('plans by the last of the tiers that history went through', () => {
    const events = [assigned('C', october), changed('B', october), changed('A', october)];
    const watch = watchAfter(...events.flatMap((event) => recorded(event, october)));
    expect(shortly(acted(watch, october).steps)).toEqual([`plan ${october} A`]);
  });
  it('plans again at the end of each period, one after the other', () => {
    const { watch } = acted(watchAfter(...recorded(assigned('B', october), october)), october);
    expect(shortly(acted(watch, newYear).steps)).toEqual([
      'plan 2026-10-31T16:00:00.000Z B',
      'plan 2026-11-30T16:00:00.000Z B',
      `plan ${newYear} B`,
    ]);
  });
  it('lets time pass under the old tier before it plans by the new one', () => {
    const { watch } = acted(watchAfter(...recorded(assigned('B', october), october)), october);
    const [change] = recorded(changed('C', november), november);
    const next = change && watchOnEvent(watch, change, versions);
    const progress = next && acted(next, newYear);
    expect(progress && shortly(progress.steps)).toEqual(['plan 2026-10-31T16:00:00.000Z B', `plan ${november} C`]);
    expect(progress?.watch.nextAt).toBeUndefined();
  });
  it('is told of a change after time has gone on, and plans by it all the same', () => {
    const { watch } = acted(watchAfter(...recorded(assigned('A', october), october)), newYear);
    const late = '2026-12-31T15:59:59.999Z';
    const [change] = recorded(changed('B', late), late);
    const next = change && watchOnEvent(watch, change, versions);
    expect(next && shortly(acted(next, newYear).steps)).toEqual(['plan 2026-12-31T16:00:00.001Z B']);
  });
  it('comes to another version of the policy', () => {
    const { watch } = acted(watchAfter(...recorded(assigned('A', october), october)), october, [
      planPolicy,
      monthlyVisits,
    ]);
    expect(watch.nextAt).toBe('2026-11-09T16:00:00.000Z');
  });
});

describe('watching interactions', () => {
  const planned = () => acted(watchAfter(...recorded(assigned('A', october), october)), october).watch;
  const afterVisit = (watch: PlanWatch, channel: 'visit' | 'email', recordedAt: string, tookPlaceAt = recordedAt) =>
    recorded(visited(channel, recordedAt), recordedAt, tookPlaceAt).reduce<PlanWatch | undefined>(
      (known, event) => watchOnEvent(known, event, versions),
      watch,
    );

  it('notes those that may have been planned, once time has come to them', () => {
    const watch = afterVisit(planned(), 'visit', '2027-01-02T00:00:00.000Z', november);
    expect(watch && shortly(acted(watch, '2027-01-02T00:00:00.000Z').steps)).toEqual([
      `plan ${newYear} A`,
      `fulfil ${november} anna`,
    ]);
  });
  it('passes over other channels, what is older than any plan, and customers without a plan', () => {
    const watch = planned();
    expect(afterVisit(watch, 'email', november)).toBe(watch);
    expect(afterVisit(watch, 'visit', november, '2026-10-04T23:59:59Z')).toBe(watch);
    const unplanned = watchAfter(...recorded(assigned('C', october), october));
    expect(afterVisit(unplanned, 'visit', november)).toBe(unplanned);
    expect(watchOnEvent(undefined, ...first(recorded(visited('visit', november), november)), versions)).toBeUndefined();
  });
});

function first<Item>([item]: readonly Item[]): [Item] {
  if (item === undefined) throw new Error('there is none');
  return [item];
}
