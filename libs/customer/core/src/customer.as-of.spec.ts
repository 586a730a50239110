import { projected, recordAll } from '@tenure/kernel/testing';
import { customerOverview } from './customer-overview.projection';
import { customerAsOf } from './customer.as-of';
import { noFigures } from './customer.figures';
import { day, history } from './testing/customer.history';

const after = (count: number) => customerAsOf('k-1', history.slice(0, count));

describe('a customer as of a moment', () => {
  it('is nothing before anything happened', () =>
    expect(after(0)).toMatchObject({ registeredAt: null, profile: {}, figures: noFigures, openCases: [], events: 0 }));

  it('has the profile of the time, and where each field came from', () => {
    expect(after(1)).toMatchObject({ profile: { name: 'Lin Trading', country: 'China' } });
    const { profile, origins } = after(7);
    expect(profile).toEqual({ name: 'Lin Trading', kind: 'company' });
    expect(origins).toEqual({
      name: { fieldSource: 'partner', since: day(1) },
      kind: { fieldSource: 'service', since: day(7) },
    });
  });
  it('has the contacts of the time', () => {
    expect(after(8).contacts).toMatchObject([{ contactId: 'p-1', role: 'purchasing-lead' }]);
    expect(after(9).contacts).toEqual([]);
  });
  it('has what was open at the time, and with whom', () => {
    expect(after(10).openCases).toMatchObject([{ kind: 'interaction', caseId: 'i-1', owner: null }]);
    expect(after(11).openCases).toEqual([]);
    expect(after(13).openCases).toMatchObject([{ kind: 'complaint', caseId: 'c-1', owner: 'anna' }]);
    expect(after(14).openCases).toMatchObject([{ owner: 'bo' }]);
    expect(after(17).openCases).toEqual([]);
    expect(after(18).openCases).toMatchObject([{ caseId: 'c-1', owner: 'bo', subject: 'Late delivery' }]);
    expect(after(22).openCases).toEqual([]);
  });
  it('has the tier of the time, with its inputs', () => {
    expect(after(3).tier).toMatchObject({ tier: 'C', tierReason: 'C: too little', inputs: { spendMinor: 153_000 } });
    expect(after(20).tier).toMatchObject({ tier: 'A', tierOverriddenUntil: day(25), inputs: null });
  });
  it('passes over events of no concern', () =>
    expect(customerAsOf('k-1', [{ type: 'SurveyAnswered', data: {} }, ...history])).toEqual(after(history.length)));

  it('agrees with the overview after every event', () => {
    for (let count = 1; count <= history.length; count++) {
      const [row] = projected(customerOverview, recordAll(history.slice(0, count)));
      const { figures, tier, registeredAt } = after(count);
      const { inputs: _, ...standing } = tier;
      expect(row).toMatchObject({ ...figures, ...standing, registeredAt });
    }
  });
});
