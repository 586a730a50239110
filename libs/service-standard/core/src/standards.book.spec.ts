import { pinnedBook } from './pinned.book';
import { standardsBook } from './standards.book';
import { holidaysOf2025, longerWeek, policies, stricter } from './testing/example.policies';

const book = standardsBook([longerWeek, stricter('service-standard'), holidaysOf2025, ...policies]);
const JUNE = Date.parse('2024-06-15T00:00:00Z');
const JULY = Date.parse('2024-07-01T00:00:00Z');

describe('a book of standards', () => {
  it('knows which version is in force, in whatever order it was filled', () => {
    expect(book.standardAt('service-standard', JULY - 1)?.version).toBe(1);
    expect(book.standardAt('service-standard', JULY)?.version).toBe(2);
    expect(book.standardAt('service-standard', 0)).toBeUndefined();
    expect(book.standardAt('nobody’s', JULY)).toBeUndefined();
    expect(book.standardsAfter('service-standard', 1).map(({ version }) => version)).toEqual([2]);
    expect(book.escalationAt('escalation', JULY)?.version).toBe(1);
  });

  it('counts by the newest holidays, or by those that were known', () => {
    const known = book.calendarAt('calendar-working', JUNE);
    expect(known?.reference).toEqual({ calendarId: 'calendar-working', version: 2, holidaysVersion: 2 });
    const isProvisional = (holidaysVersion: number) =>
      book.calendarAsKnown({ calendarId: 'calendar-working', version: 1, holidaysVersion })?.isProvisionalYear(2025);
    expect([isProvisional(1), isProvisional(2)]).toEqual([true, false]);
    expect(book.calendarAsKnown({ calendarId: 'calendar-working', version: 3 })).toBeUndefined();
  });

  it('takes a calendar to have been before its first version as in that one', () =>
    expect(book.calendarAt('calendar-24x7', 0)?.reference.version).toBe(1));

  it('compiles a calendar once', () =>
    expect(book.calendarAt('calendar-working', JUNE)?.calendar).toBe(
      book.calendarAt('calendar-working', JULY)?.calendar,
    ));

  it('tells which calendar a standard names that is not in it', () => {
    expect(book.missingCalendarOf('service-standard')).toBeUndefined();
    expect(standardsBook([stricter('service-standard')]).missingCalendarOf('service-standard')).toBe('calendar-24x7');
  });
});

describe('a pinned book', () => {
  const pinned = pinnedBook(book, '2024-06-15T00:00:00Z');

  it('has what is in force at its moment, as if it had always been', () => {
    expect(pinned.standardAt('service-standard', 0)?.version).toBe(1);
    expect(pinned.standardsAfter('service-standard', 1)).toEqual([]);
    expect(pinned.calendarAt('calendar-working', 0)?.reference).toMatchObject({ version: 2, holidaysVersion: 2 });
  });

  it('leaves out what is not in force yet', () =>
    expect(pinnedBook(book, '2009-06-15T00:00:00Z').standardAt('service-standard', JULY)).toBeUndefined());

  it('tells nobody of anything', () =>
    expect(
      pinned.standardAt('service-standard', 0)?.content.targets.flatMap(({ remindAtPercent }) => remindAtPercent),
    ).toEqual([]));
});
