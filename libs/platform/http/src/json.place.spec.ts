import * as fc from 'fast-check';
import { findJsonError } from './json.place';

describe('place of a JSON error', () => {
  it.each([
    ['{"a":}', 1, 6, 'a', 'a value'],
    ['{"lines": [1, {"quantity": x}]}', 1, 28, 'lines[1].quantity', 'a value'],
    ['[1,\n 2\n 3]', 3, 2, '', 'a comma or ]'],
    ['{"a": "\\x"}', 1, 8, 'a', 'a valid escape'],
    ['{"a": 01}', 1, 8, '', 'a comma or }'],
    ["{'a': 1}", 1, 2, '', 'a name in double quotes'],
    ['nul', 1, 1, '', 'a value'],
  ])('%s', (text, line, column, path, expected) => {
    const place = findJsonError(text);
    expect(place).toMatchObject({ line, column, path });
    expect(place?.expected).toContain(expected);
  });

  it('agrees with JSON.parse on what is JSON', () =>
    fc.assert(
      fc.property(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', '"', ',', '}', ']', '\\', ':', '0', '\n', 'e'),
        (json, at, inserted) => {
          const place = at % (json.length + 1);
          const text = json.slice(0, place) + inserted + json.slice(place + 1);
          expect(findJsonError(text) === undefined).toBe(isJson(text));
        },
      ),
      { numRuns: 2_000 },
    ));
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
