import type { Attainment } from './attainment';
import { attainmentTwice } from './restated.attainment';

const group = (kind: string, met: number, breached: number): Attainment => ({
  group: { kind: kind },
  met,
  breached,
  attained: met / (met + breached),
});

describe('attainment twice', () => {
  it('has both views of a group side by side with the difference, and what only one of them has', () => {
    const judged = [group('acceptance', 1, 0), group('resolution', 1, 3)];
    const restated = [group('feedback', 2, 2), group('resolution', 3, 1)];
    expect(attainmentTwice(judged, restated, ['kind'])).toEqual([
      {
        group: { kind: 'acceptance' },
        judged: { met: 1, breached: 0, attained: 1 },
        restated: null,
        difference: null,
      },
      {
        group: { kind: 'feedback' },
        judged: null,
        restated: { met: 2, breached: 2, attained: 0.5 },
        difference: null,
      },
      {
        group: { kind: 'resolution' },
        judged: { met: 1, breached: 3, attained: 0.25 },
        restated: { met: 3, breached: 1, attained: 0.75 },
        difference: { met: 2, breached: -2, attained: 0.5 },
      },
    ]);
  });
});
