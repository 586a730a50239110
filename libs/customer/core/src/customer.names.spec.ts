import { nameAt, namesAfter, type CustomerName } from './customer.names';

const names: readonly CustomerName[] = [
  { name: 'Lin Trading', since: '2011-01-05T09:00:00Z' },
  { name: 'Lin & Co', since: '2011-06-01T00:00:00+08:00' },
  { name: null, since: '2011-09-01T00:00:00Z' },
];

describe('names of a customer', () => {
  it.each([
    ['2011-01-05T08:59:59Z', null],
    ['2011-01-05T09:00:00Z', 'Lin Trading'],
    ['2011-05-31T15:59:59Z', 'Lin Trading'],
    ['2011-05-31T16:00:00Z', 'Lin & Co'],
    ['2012-01-01T00:00:00Z', null],
  ])('at %s', (moment, name) => expect(nameAt(names, moment)).toBe(name));

  it('are those of their own time, also where one came late', () =>
    expect(nameAt([...names, { name: 'Lin', since: '2011-03-01T00:00:00Z' }], '2011-07-01T00:00:00Z')).toBe(
      'Lin & Co',
    ));

  it('are kept when they change, and only then', () => {
    expect(namesAfter([], null, '2011-01-05T09:00:00Z')).toEqual([]);
    expect(namesAfter(names.slice(0, 2), 'Lin & Co', '2011-07-01T00:00:00Z')).toEqual(names.slice(0, 2));
    expect(namesAfter(names.slice(0, 1), 'Lin & Co', '2011-06-01T00:00:00+08:00')).toEqual(names.slice(0, 2));
  });
});
