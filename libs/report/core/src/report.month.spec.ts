import { monthBefore, monthOf, standingOf } from './report.month';

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

  it('ends where the next one begins', () => expect(monthBefore(november, 1).until).toBe('2011-10-31T16:00:00.000Z'));

  it.each(['2011-13', '2011', '9999-12', ''])('%s is none', (text) => expect(monthOf(text, 'UTC')).toBeUndefined());
});
