import { parseJsonBody } from './json.body';
import { ProblemError } from './problem.error';

const parse = (text: string, contentType = 'application/json'): unknown =>
  parseJsonBody(Buffer.from(text), contentType);

describe('JSON body', () => {
  it.each(['{"a": [1, "二", null]}', ' "text" ', '{"note": "[[[[[ \\" ]]]]]"}', '{"note": "__proto__"}'])(
    'reads %s',
    (text) => expect(parse(text)).toEqual(JSON.parse(text)),
  );

  it.each([
    [32, true],
    [33, false],
  ])('of %i levels is read: %p', (levels, read) => {
    const text = '['.repeat(levels) + ']'.repeat(levels);
    if (read) expect(parse(text)).toEqual(JSON.parse(text));
    else expect(() => parse(text)).toThrow(ProblemError);
  });

  it('counts no bracket that stands in a text, whatever is escaped before it', () => {
    const text = JSON.stringify({ note: `\\"${'['.repeat(100)}\\` });
    expect(parse(text)).toEqual(JSON.parse(text));
  });

  it.each(['{"__proto__": {}}', '[{"a": {"\\u005f_proto__": 1}}]'])('refuses %s', (text) =>
    expect(() => parse(text)).toThrow(ProblemError),
  );

  it.each([
    ['application/json', true],
    ['application/json; charset=utf-8', true],
    ['application/json;charset="UTF8"', true],
    ['application/json; charset=utf-16', false],
    ['application/json; charset=gb18030', false],
  ])('declared as %s is read: %p', (contentType, read) => {
    if (read) expect(parse('{}', contentType)).toEqual({});
    else expect(() => parse('{}', contentType)).toThrow(ProblemError);
  });

  it.each([
    ['c328', 1],
    ['6162ff', 2],
    ['e4bda0e5a5', 4],
  ])('names the byte at which %s stops being UTF-8', (hex, at) => {
    const body = Buffer.from(hex, 'hex');
    expect(() => parseJsonBody(body, undefined)).toThrow(new RegExp(`Byte ${at} `));
  });
});
