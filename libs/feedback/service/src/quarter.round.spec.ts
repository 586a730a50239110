import { roundAt } from './quarter.round';

const quarterly = { kind: 'quarterly', day: 10, hour: 10, timeZone: 'Asia/Shanghai' } as const;

describe('the round of a quarterly survey', () => {
  it('begins on its day of the first month, at its hour, in its zone', () => {
    expect(roundAt(quarterly, '2026-10-10T02:00:00Z')).toEqual({
      quarter: '2026-Q4',
      startsAt: '2026-10-10T02:00:00.000Z',
    });
    expect(roundAt(quarterly, '2026-12-31T23:00:00Z').quarter).toBe('2026-Q4');
  });
  it('is that of the quarter before until then, over the turn of a year too', () => {
    expect(roundAt(quarterly, '2026-10-10T01:59:59Z').startsAt).toBe('2026-07-10T02:00:00.000Z');
    expect(roundAt(quarterly, '2027-01-01T00:00:00Z').quarter).toBe('2026-Q4');
  });
  it('begins at the hour of the clock there, whether it is summer or not', () => {
    const inBerlin = { ...quarterly, timeZone: 'Europe/Berlin' };
    expect(roundAt(inBerlin, '2026-02-01T00:00:00Z').startsAt).toBe('2026-01-10T09:00:00.000Z');
    expect(roundAt(inBerlin, '2026-08-01T00:00:00Z').startsAt).toBe('2026-07-10T08:00:00.000Z');
  });
});
