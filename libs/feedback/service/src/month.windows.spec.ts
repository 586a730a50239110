import { monthAt, monthWindows } from './month.windows';

describe('months', () => {
  it('are those of the zone, over the turn of a year and of the clocks', () => {
    expect(monthWindows('2023-12', '2024-01', 'Asia/Shanghai')).toEqual([
      { month: '2023-12', from: '2023-11-30T16:00:00.000Z', until: '2023-12-31T16:00:00.000Z' },
      { month: '2024-01', from: '2023-12-31T16:00:00.000Z', until: '2024-01-31T16:00:00.000Z' },
    ]);
    const [march] = monthWindows('2024-03', '2024-03', 'Europe/Berlin');
    expect(march).toEqual({ month: '2024-03', from: '2024-02-29T23:00:00.000Z', until: '2024-03-31T22:00:00.000Z' });
    expect(monthWindows('2024-02', '2024-01', 'UTC')).toEqual([]);
  });
  it('begin when they do there', () => {
    expect(monthAt('2024-01-31T16:00:00Z', 'Asia/Shanghai')).toBe('2024-02');
    expect(monthAt('2024-01-31T15:59:59Z', 'Asia/Shanghai')).toBe('2024-01');
  });
});
