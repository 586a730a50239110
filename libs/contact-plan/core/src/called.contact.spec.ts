import { calledContacts, isWorthPlanning, nextPlanningAt } from './called.contact';
import { monthlyVisits, planPolicy } from './testing/contact-plan.fixture';

const versions = [planPolicy, monthlyVisits];
const idsAt = (tier: string | undefined, at: string) =>
  calledContacts(versions, tier, at).map(({ contactId }) => contactId);

describe('contacts that a plan calls for', () => {
  it('are those of the tier, by the version in force', () => {
    expect(idsAt('B', '2026-10-15T00:00:00+08:00')).toEqual(['call-2026-10', 'report-2026-Q4']);
    expect(idsAt('A', '2026-11-09T23:59:59+08:00')).toEqual(['visit-2026-Q4']);
    expect(idsAt('A', '2026-11-10T00:00:00+08:00')).toEqual(['visit-2026-11']);
  });
  it('are none for a tier that the plan leaves out, for no tier, and before any policy', () => {
    expect(idsAt('C', '2026-10-15T00:00:00+08:00')).toEqual([]);
    expect(idsAt('D', '2026-10-15T00:00:00+08:00')).toEqual([]);
    expect(idsAt(undefined, '2026-10-15T00:00:00+08:00')).toEqual([]);
    expect(idsAt('A', '1999-12-31T00:00:00+08:00')).toEqual([]);
  });
  it('are not called for by a version before it was published, whenever it is effective from', () => {
    const later = {
      ...planPolicy,
      version: 2,
      effectiveFrom: '2010-01-01T00:00:00Z',
      publishedAt: '2026-10-20T00:00:00Z',
    };
    expect(calledContacts([later], 'A', '2026-10-19T23:59:59Z')).toEqual([]);
    expect(nextPlanningAt([later], 'A', '2026-10-19T23:59:59Z')).toBe('2026-10-20T00:00:00.000Z');
    expect(calledContacts([planPolicy, later], 'A', '2026-10-19T23:59:59Z')).toMatchObject([
      { policy: { version: 1 } },
    ]);
    expect(calledContacts([planPolicy, later], 'A', '2026-10-20T00:00:00Z')).toMatchObject([
      { policy: { version: 2 } },
    ]);
  });
  it('count in a period that has begun where a quarter of it is left', () => {
    const [visit] = calledContacts([planPolicy], 'A', '2026-10-15T00:00:00+08:00');
    // The fourth quarter has 92 days, of which 23 are left on 9 December.
    expect(visit && isWorthPlanning(visit, '2026-12-09T00:00:00+08:00')).toBe(true);
    expect(visit && isWorthPlanning(visit, '2026-12-09T00:00:01+08:00')).toBe(false);
  });
  it('count whatever is left where the policy says nothing of it', () => {
    const { leastPercentLeft: _, ...content } = planPolicy.content;
    const [visit] = calledContacts([{ ...planPolicy, content }], 'A', '2026-10-15T00:00:00+08:00');
    expect(visit && isWorthPlanning(visit, '2026-12-31T23:59:59+08:00')).toBe(true);
  });
});

describe('the next moment of a plan', () => {
  it('is the end of the period that ends first', () =>
    expect(nextPlanningAt([planPolicy], 'B', '2026-11-22T00:00:00+08:00')).toBe('2026-11-30T16:00:00.000Z'));
  it('is another version’s coming into force, where that is earlier', () =>
    expect(nextPlanningAt(versions, 'A', '2026-11-01T00:00:00+08:00')).toBe('2026-11-09T16:00:00.000Z'));
  it('is the version by which a tier is planned at all', () => {
    const bOnly = { ...planPolicy, content: { ...planPolicy.content, plans: planPolicy.content.plans.slice(1) } };
    expect(nextPlanningAt([bOnly, monthlyVisits], 'A', '2026-10-15T00:00:00Z')).toBe('2026-11-09T16:00:00.000Z');
  });
  it('does not come for a tier without a plan', () => {
    expect(nextPlanningAt(versions, 'C', '2026-10-15T00:00:00+08:00')).toBeUndefined();
    expect(nextPlanningAt(versions, undefined, '2026-10-15T00:00:00+08:00')).toBeUndefined();
  });
});
