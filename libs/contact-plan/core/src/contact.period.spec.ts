import * as fc from 'fast-check';
import { DateTime } from 'luxon';
import { CONTACT_PERIODS } from '@tenure/policy-contract';
import { periodAt } from './contact.period';

const SHANGHAI = 'Asia/Shanghai';
const once = { unit: 'month', count: 1 } as const;

describe('periods of a contact plan', () => {
  it('are months, quarters and years of the plan’s time zone', () => {
    expect(periodAt('2026-11-30T16:00:00Z', once, SHANGHAI)).toEqual({
      name: '2026-12',
      from: '2026-12-01T00:00:00+08:00',
      until: '2027-01-01T00:00:00+08:00',
    });
    expect(periodAt('2026-11-30T15:59:59.999Z', once, SHANGHAI).name).toBe('2026-11');
    expect(periodAt('2026-11-22T00:00:00Z', { unit: 'quarter', count: 1 }, SHANGHAI)).toEqual({
      name: '2026-Q4',
      from: '2026-10-01T00:00:00+08:00',
      until: '2027-01-01T00:00:00+08:00',
    });
    expect(periodAt('2026-11-22T00:00:00Z', { unit: 'year', count: 1 }, SHANGHAI).name).toBe('2026');
  });
  it('go together by several, from the start of a year on', () => {
    expect(periodAt('2026-02-28T00:00:00Z', { unit: 'month', count: 2 }, SHANGHAI)).toEqual({
      name: '2026-01_2026-02',
      from: '2026-01-01T00:00:00+08:00',
      until: '2026-03-01T00:00:00+08:00',
    });
    expect(periodAt('2026-02-28T00:00:00Z', { unit: 'quarter', count: 2 }, SHANGHAI).name).toBe('2026-Q1_2026-Q2');
    expect(periodAt('2027-02-28T00:00:00Z', { unit: 'year', count: 2 }, SHANGHAI).name).toBe('2026_2027');
  });
  it('know that clocks change within them', () =>
    expect(periodAt('2026-03-15T12:00:00Z', once, 'Europe/Berlin')).toMatchObject({
      from: '2026-03-01T00:00:00+01:00',
      until: '2026-04-01T00:00:00+02:00',
    }));
  it('hold every moment in one of them, which begins and ends with the months of the zone', () => {
    const unit = fc.constantFrom(...CONTACT_PERIODS);
    const zone = fc.constantFrom(SHANGHAI, 'Europe/Berlin', 'America/New_York', 'Pacific/Apia', 'America/Sao_Paulo');
    const moment = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2040, 0, 1) });
    fc.assert(
      fc.property(moment, unit, fc.integer({ min: 1, max: 24 }), zone, (atMs, of, count, timeZone) => {
        const at = new Date(atMs).toISOString();
        const { from, until } = periodAt(at, { unit: of, count }, timeZone);
        const [start, end] = [from, until].map((text) => DateTime.fromISO(text, { zone: timeZone }));
        const months = { month: 1, quarter: 3, year: 12 }[of] * count;
        expect(Date.parse(from)).toBeLessThanOrEqual(atMs);
        expect(Date.parse(until)).toBeGreaterThan(atMs);
        expect(start?.toMillis()).toBe(start?.startOf('month').toMillis());
        expect(end?.toMillis()).toBe(start?.plus({ months }).startOf('month').toMillis());
        expect(periodAt(until, { unit: of, count }, timeZone).from).toBe(until);
      }),
    );
  });
});
