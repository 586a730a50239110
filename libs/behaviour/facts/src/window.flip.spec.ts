import fc from 'fast-check';
import { isAsAsked } from './asked';
import { NUMBER_SOURCES, type WindowSource } from './number.sources';
import { added, type Series } from './series';
import { askWindows, windowsHold } from './window.flip';

const LAST_DAY = 400;

const sources = Object.values(NUMBER_SOURCES).filter((source): source is WindowSource => source.changes === 'windows');

const series = fc
  .array(fc.tuple(fc.nat({ max: LAST_DAY }), fc.integer({ min: -2, max: 5 })), { maxLength: 40 })
  .map((amounts) => amounts.reduce<Series>((counted, [day, amount]) => added(counted, day, amount), []));

const behaviour = fc
  .record({ logins: series, orders: series, returns: series, ratings: series, ratingPoints: series })
  .map((counted) => ({ ...counted, spend: { CNY: counted.orders }, currency: { code: 'CNY', atMs: 0 } }));

const asked = fc.tuple(fc.integer({ min: -50, max: 20 }), fc.nat({ max: 30 })).map(([atLeast, more]) => ({
  atLeast,
  below: atLeast + more,
}));

describe('windows', () => {
  it('hold as their value on the day says, until the first day on which it says otherwise', () => {
    const anyDay = fc.integer({ min: 0, max: LAST_DAY + 10 });
    fc.assert(
      fc.property(fc.constantFrom(...sources), asked, behaviour, anyDay, (source, range, known, day) => {
        const isOn = (on: number) => isAsAsked(source.value(known, on), range);
        const answer = askWindows(source, range, known, day);
        expect(windowsHold(source, range, known, day)).toBe(isOn(day));
        expect(answer > 0).toBe(isOn(day));
        let on = day + 1;
        while (on < LAST_DAY + 400 && isOn(on) === isOn(day)) on++;
        expect(Math.abs(answer)).toBe(on < LAST_DAY + 400 ? on : Infinity);
      }),
    );
  });
});
