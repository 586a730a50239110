import { RebuildMeter } from './rebuild.meter';

describe('RebuildMeter', () => {
  let meter: RebuildMeter;
  beforeEach(() => {
    meter = new RebuildMeter();
  });

  it('has no rate before it has seen two figures', () =>
    expect(meter.text({ events: 1_200, position: '50' }, '200', 0)).toBe('1,200 events, 25 %'));

  it('has nothing to tell before the first rows are written', () => {
    meter.text({ events: 0, position: '0' }, '1000', 0);
    expect(meter.text({ events: 0, position: '0' }, '1000', 2_000)).toBe('reading …');
  });

  it('tells the rate and the time that is left at this pace', () => {
    meter.text({ events: 0, position: '0' }, '1000', 0);
    expect(meter.text({ events: 20_000, position: '250' }, '1000', 2_000)).toBe(
      '20,000 events, 10,000/s, 25 %, about 6 s left',
    );
  });

  it('follows the pace of the last seconds, and a target that moves on', () => {
    meter.text({ events: 0, position: '0' }, '1000', 0);
    meter.text({ events: 1_000, position: '100' }, '1000', 20_000);
    expect(meter.text({ events: 1_100, position: '110' }, '2000', 21_000)).toBe(
      '1,100 events, 100/s, 5 %, about 4 min left',
    );
  });

  it('says hours where it takes hours', () => {
    meter.text({ events: 0, position: '0' }, '100000', 0);
    expect(meter.text({ events: 10, position: '10' }, '100000', 1_000)).toMatch(/about 2\.8 h left$/);
  });

  it('has no time left at the position of the serving rows, or where that is not known', () => {
    expect(meter.text({ events: 5, position: '100' }, '100', 0)).toBe('5 events, 100 %, taking its place');
    expect(meter.text({ events: 5, position: '100' }, undefined, 0)).toBe('5 events');
  });
});
