import { isTimeZone, yearOfSecond, zoneClock } from './zone.clock';

const second = (text: string): number => Date.parse(text) / 1000;

it('tells the year at the edges of every one', () => {
  for (let year = 1890; year <= 2215; year++) {
    const first = Date.UTC(year, 0, 1) / 1000;
    expect([yearOfSecond(first - 1), yearOfSecond(first)]).toEqual([year - 1, year]);
  }
});

it('finds when the clocks change, to the second, and leaves no gap', () => {
  expect(zoneClock('Europe/Rome').spansOf(2025)).toEqual([
    { start: second('2025-01-01T00:00:00Z'), end: second('2025-03-30T01:00:00Z'), offset: 3600 },
    { start: second('2025-03-30T01:00:00Z'), end: second('2025-10-26T01:00:00Z'), offset: 7200 },
    { start: second('2025-10-26T01:00:00Z'), end: second('2026-01-01T00:00:00Z'), offset: 3600 },
  ]);
});

it('finds changes a few weeks apart, as those around Ramadan', () => {
  expect(
    zoneClock('Africa/Casablanca')
      .spansOf(2024)
      .map(({ offset }) => offset),
  ).toEqual([3600, 0, 3600]);
});

it('finds changes a week apart', () => {
  const [, , summer] = zoneClock('America/Recife').spansOf(2000);
  expect(summer).toEqual({ start: second('2000-10-08T03:00:00Z'), end: second('2000-10-15T02:00:00Z'), offset: -7200 });
});

it('finds a change at the turn of the year', () => {
  expect(zoneClock('Asia/Shanghai').offsetAt(second('1900-12-31T15:54:16Z'))).toBe(8 * 3600 + 343);
  expect(zoneClock('Asia/Shanghai').offsetAt(second('1900-12-31T15:54:17Z'))).toBe(8 * 3600);
});

it('knows zones by their name', () => {
  expect(['Asia/Shanghai', 'UTC', 'Nowhere/Land', ''].map(isTimeZone)).toEqual([true, true, false, false]);
});
