import { until } from '@tenure/local-servers/testing';
import { agoMs, ClockFixture } from './testing/clock.fixture';
import { swiftStandard } from './testing/swift.standard';

const DAY = 1_440;
const days = (published: readonly object[]) => ({ region: 'CN', years: published });
const yearOf = (year: number, ...off: string[]) => ({
  year,
  days: off.map((day) => ({ day, name: '节日', isOffDay: true })),
});
const hours = [['09:00', '17:00']];
const week = {
  monday: hours,
  tuesday: hours,
  wednesday: hours,
  thursday: hours,
  friday: hours,
  saturday: [],
  sunday: [],
};

describe('the clocks of cases, when policies are published in mid-case,', () => {
  let fixture: ClockFixture;

  beforeAll(async () => {
    fixture = await ClockFixture.open();
    const calendar = { timeZone: 'Asia/Shanghai', week, holidaysId: 'festivals', makeUpDays: hours, exceptions: [] };
    await fixture.publish('festivals', 'holidays', days([yearOf(2090, '2090-01-02')]));
    await fixture.publish('office', 'calendar', calendar);
    await fixture.publish('by-day', 'service-standard', swiftStandard(DAY));
    await fixture.publish('by-office', 'service-standard', swiftStandard(DAY, { calendarId: 'office' }));
    await fixture.start();
  });
  afterAll(() => fixture.stop());

  const retargetings = (caseId: string) => fixture.saidOf(caseId, 'resolution', 'ClockRetargeted');

  it('go by the new standard from the moment at which it begins, with the elapsed time counted in full', async () => {
    await fixture.openCase('changed', { serviceStandard: 'by-day' }, agoMs(3_600_000));
    await fixture.openCase('other', {}, agoMs(3_600_000));
    await fixture.settled();
    const effectiveFrom = agoMs(-10_000);
    await fixture.publish('by-day', 'service-standard', swiftStandard(2 * DAY), 2, effectiveFrom);
    await fixture.settled();
    expect(await retargetings('changed')).toEqual([]);
    await until(async () => (await retargetings('changed')).length > 0, 'the standard has begun');
    await fixture.settled();
    const [changed, ...more] = await retargetings('changed');
    expect(more).toEqual([]);
    expect(changed).toMatchObject({ target: { standard: { version: 2 }, targetSeconds: 2 * DAY * 60 } });
    expect(changed?.['elapsedSeconds']).toBeGreaterThanOrEqual(3_600);
    expect(await retargetings('other')).toEqual([]);
  });

  it('that were provisional are judged again when the year is published', async () => {
    await fixture.openCase('provisional', { serviceStandard: 'by-office' }, agoMs(0));
    await fixture.settled();
    const [started] = await fixture.saidOf('provisional', 'resolution', 'ClockStarted');
    expect(started).toMatchObject({ provisional: true, target: { calendar: { holidaysVersion: 1 } } });
    const years = [0, 1].map((offset) => yearOf(new Date().getUTCFullYear() + offset, nextWeekday()));
    const published = days([yearOf(2090, '2090-01-02'), ...withOwnDays(years)]);
    await fixture.publish('festivals', 'holidays', published, 2, agoMs(0));
    await until(async () => (await retargetings('provisional')).length > 0, 'it is judged again');
    await fixture.settled();
    expect(await retargetings('provisional')).toEqual([
      expect.objectContaining({
        provisional: false,
        cause: expect.objectContaining({ kind: 'calendar-published' }),
        target: expect.objectContaining({ calendar: { calendarId: 'office', version: 1, holidaysVersion: 2 } }),
      }),
    ]);
    expect(await retargetings('changed')).toHaveLength(1);
  });

  it('failed at nothing that happened here', () => expect(fixture.failures).toEqual([]));
});

/** The next working day but one, UTC: whether that is the next in China as well is of no concern here. */
function nextWeekday(): string {
  const day = new Date(Date.now() + 86_400_000);
  while (day.getUTCDay() === 0 || day.getUTCDay() === 6) day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

/** Each day under its own year; a year needs one at least to count as published. */
const withOwnDays = (years: readonly ReturnType<typeof yearOf>[]) =>
  years.map(({ year, days: off }) =>
    off.every(({ day }) => day.startsWith(String(year))) ? { year, days: off } : yearOf(year, `${year}-05-01`),
  );
