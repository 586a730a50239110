import { journeyReport } from './journey.report';

const outcome = { measure: 'ordered', withinDays: 30, smallestGroup: 30 } as const;
const counts = (judged: number, reached: number, entered = judged) => ({ entered, judged, reached });

describe('whether a journey helps', () => {
  it('is shown where the interval of the difference leaves nothing out', () => {
    // Newcombe (1998), table II, example (a): 56/70 against 48/80 by method 10.
    const report = journeyReport(outcome, counts(70, 56), counts(80, 48));
    expect(report).toMatchObject({ verdict: 'helps', treated: { share: 0.8 }, heldOut: { share: 0.6 } });
    expect(report.difference?.estimate).toBeCloseTo(0.2, 10);
    expect(report.difference?.low).toBeCloseTo(0.0524, 4);
    expect(report.difference?.high).toBeCloseTo(0.3339, 4);
  });
  it('can be the contrary', () =>
    expect(journeyReport(outcome, counts(80, 48), counts(70, 56))).toMatchObject({ verdict: 'harms' }));
  it('is not shown where nothing may be the difference', () =>
    expect(journeyReport(outcome, counts(50, 26), counts(50, 25)).verdict).toBe('no-difference-shown'));
  it.each([
    ['nobody-held-out', counts(100, 50), counts(0, 0)],
    ['group-too-small', counts(29, 10), counts(100, 50)],
    ['outcome-not-over', counts(29, 10, 200), counts(40, 20)],
    ['group-too-small', counts(0, 0), counts(0, 0, 1)],
  ])('is not said for too little data: %s', (because, treated, heldOut) =>
    expect(journeyReport(outcome, treated, heldOut)).toMatchObject({ verdict: 'not-enough-data', because }),
  );
  it('gives no share of nobody', () => {
    const { treated, difference } = journeyReport(outcome, counts(0, 0, 5), counts(40, 20));
    expect(treated).toEqual(counts(0, 0, 5));
    expect(difference).toBeUndefined();
  });
});
