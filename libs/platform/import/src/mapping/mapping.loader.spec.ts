import { checkMapping } from './mapping.loader';

const RIGHT = {
  name: 'orders',
  emit: [{ command: 'RecordPurchase', key: [{ $column: 'No' }], payload: { purchaseId: { $column: 'No' } } }],
};

const problemsOf = (mapping: unknown): string[] => {
  const checked = checkMapping(typeof mapping === 'string' ? mapping : JSON.stringify(mapping));
  return checked.mapping ? [] : checked.problems.map(({ at, message }) => `${at}: ${message}`);
};

const withPayload = (payload: object): object => ({ ...RIGHT, emit: [{ ...RIGHT.emit[0], payload }] });

describe('mapping file', () => {
  it('takes a right one', () => expect(problemsOf(RIGHT)).toEqual([]));

  it('says where JSON ends', () => expect(problemsOf('{"name": ')).toEqual([expect.stringContaining('is not JSON')]));

  it('reports everything at once, each with its place', () => {
    const problems = problemsOf({ nam: 'x', emit: [{ command: 'recordPurchase', key: [], payload: {} }] });
    expect(problems).toEqual(
      expect.arrayContaining([
        'the mapping: lacks the field "name"',
        'the mapping: has no field "nam": remove it, or mind the spelling',
        expect.stringContaining('emit[0].command: must match pattern'),
        expect.stringContaining('emit[0].key: must NOT have fewer than 1 items'),
      ]),
    );
  });

  it.each([
    [{ a: { $colum: 'No' } }, 'emit[0].payload.a: knows no field or expression "$colum"'],
    [{ a: { $column: 'No', as: 'integr' } }, 'emit[0].payload.a.as: must be one of'],
    [{ a: { $column: 'No', ass: 'integer' } }, 'emit[0].payload.a: knows no field or expression "ass"'],
    [{ a: { $column: 'No', as: 'instant' } }, 'emit[0].payload.a: lacks the field "format"'],
    [{ a: { $column: 'No', as: 'money' } }, 'emit[0].payload.a: lacks the field "currency"'],
    [{ a: { $column: 'No', as: 'money', currency: 'XYQ' } }, 'emit[0].payload.a.currency: XYQ is no currency'],
    [{ a: { $column: 'No', as: 'day', format: 'hello' } }, 'emit[0].payload.a.format: "hello" is no date format'],
    [
      { a: { $column: 'No', replace: [{ pattern: '(', with: '' }] } },
      'emit[0].payload.a.replace[0].pattern: is no regular',
    ],
    [{ a: [{ b: { $value: 'nobody' } }] }, 'emit[0].payload.a[0].b.$value: no value of the name nobody'],
  ])('finds %j', (payload, expected) =>
    expect(problemsOf(withPayload(payload))).toEqual([expect.stringContaining(expected)]),
  );

  it('finds values that go in a circle', () =>
    expect(problemsOf({ ...RIGHT, values: { a: { $value: 'b' }, b: { $value: 'a' } } })).toEqual([
      expect.stringContaining('refers to itself'),
    ]));

  it.each([
    [{ encoding: 'klingon' }, 'source.encoding: klingon is not known'],
    [{ timeZone: 'Mars/Olympus' }, 'source.timeZone: Mars/Olympus is no IANA time zone'],
    [{ delimiter: '"', quote: '"' }, 'source.delimiter: can be neither'],
    [{ entries: '[' }, 'source.entries: is no regular expression'],
  ])('finds %j', (source, expected) =>
    expect(problemsOf({ ...RIGHT, source })).toEqual([expect.stringContaining(expected)]),
  );

  it.each([
    [{ column: 'No', equals: '1', matches: '2' }, 'states several things at once'],
    [{ column: 'No' }, 'emit[0].when'],
    [{ changed: { $column: 'No' } }, 'lacks the field "within"'],
    [{ column: 'No', matches: '(' }, 'emit[0].when.matches: is no regular expression'],
  ])('finds the condition %j', (when, expected) =>
    expect(problemsOf({ ...RIGHT, emit: [{ ...RIGHT.emit[0], when }] })[0]).toContain(expected),
  );
});
