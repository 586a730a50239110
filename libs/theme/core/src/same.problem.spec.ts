import { groupOfScope, isOfScope, scopeOf } from './complaint.groups';
import { sameProblem, type KnownProblem } from './same.problem';

const late: KnownProblem = {
  problemId: 'late',
  scope: { themeId: 'late' },
  groups: ['theme:late'],
  since: '2024-03-01T00:00:00+08:00',
  endedAt: null,
};
const complaint = (themes: readonly string[], at = '2024-03-05T10:00:00+08:00') => ({
  themes,
  steps: themes.includes('late') ? ['delivery'] : [],
  product: 'shoes',
  at,
});

describe('a rise under another name', () => {
  it('is the problem that half of its complaints belong to', () => {
    expect(sameProblem([late], [complaint(['late']), complaint([])])).toBe(late);
    expect(sameProblem([late], [complaint(['late']), complaint([]), complaint([])])).toBeUndefined();
    expect(sameProblem([late], [])).toBeUndefined();
  });

  it('is none that is over, nor one that began after the complaints', () => {
    const over = { ...late, endedAt: '2024-03-04T00:00:00+08:00' };
    expect(sameProblem([over], [complaint(['late'])])).toBeUndefined();
    expect(sameProblem([late], [complaint(['late'], '2024-02-29T23:59:59+08:00')])).toBeUndefined();
  });

  it('is that of which it shares most, and of these the first', () => {
    const shoes = { ...late, problemId: 'shoes', scope: { product: 'shoes' }, groups: ['product:shoes'] as const };
    const complaints = [complaint(['late']), complaint([])];
    expect(sameProblem([late, shoes], complaints)).toBe(shoes);
    expect(sameProblem([shoes, late], [complaint(['late'])])).toBe(shoes);
  });

  it('has a scope that says which complaints are its own', () => {
    expect(isOfScope(complaint(['late']), { themeId: 'late', product: 'shoes', stepId: 'delivery' })).toBe(true);
    expect(isOfScope(complaint(['late']), { themeId: 'late', product: 'hats' })).toBe(false);
    expect(isOfScope(complaint(['late']), {})).toBe(false);
    expect((['theme:a:b', 'product:x', 'step:s'] as const).map((group) => groupOfScope(scopeOf(group)))).toEqual([
      'theme:a:b',
      'product:x',
      'step:s',
    ]);
    expect(groupOfScope({ themeId: 'a', product: 'b' })).toBeUndefined();
  });
});
