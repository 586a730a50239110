import { monthOf, monthsLater, standingOf } from './report.month';

describe('month of a report', () => {
  it('begins and ends as the clocks of its zone have it', () => {
    expect(monthOf('2011-11', 'Asia/Shanghai')).toEqual({
      month: '2011-11',
      timeZone: 'Asia/Shanghai',
      from: '2011-10-31T16:00:00.000Z',
      until: '2011-11-30T16:00:00.000Z',
    });
    expect(monthOf('2013-03', 'America/New_York')).toMatchObject({
      from: '2013-03-01T05:00:00.000Z',
      until: '2013-04-01T04:00:00.000Z',
    });
  });

  const november = {
    month: '2011-11',
    timeZone: 'Asia/Shanghai',
    from: '2011-10-31T16:00:00Z',
    until: '2011-11-30T16:00:00Z',
  };

  it('is over when the next one begins, not before', () => {
    expect(standingOf(november, '2011-10-31T15:59:59Z')).toBe('to-come');
    expect(standingOf(november, '2011-11-01T00:00:00+08:00')).toBe('running');
    expect(standingOf(november, '2011-11-30T15:59:59.999Z')).toBe('running');
    expect(standingOf(november, '2011-11-30T16:00:00Z')).toBe('over');
  });

  it.each([
    ['2011-12', 1, '2012-01'],
    ['2011-01', -1, '2010-12'],
    ['2011-06', -18, '2009-12'],
  ])('%s and %d', (month, count, expected) => expect(monthsLater(month, count)).toBe(expected));

  it.each(['2011-13', '2011-11-31', '2011-00', '2011', '11-2011', '2011-1', ' 2011-01', '2011-01-01', ''])(
    '%s is none',
    (text) => expect(monthOf(text, 'UTC')).toBeUndefined(),
  );
});
