import * as fc from 'fast-check';
import { fingerprintOf } from './fingerprint';

describe('fingerprint', () => {
  it('is the same for the same content in any order of keys', () => {
    expect(fingerprintOf({ a: 1, b: ['x', { c: true, d: undefined }] })).toBe(
      fingerprintOf({ b: ['x', { c: true }], a: 1 }),
    );
  });

  it.each([
    [{ a: 1 }, { a: '1' }],
    [{ a: 'b' }, { ab: '' }],
    [['a', 'b'], ['ab']],
    [[['a'], 'b'], [['a', 'b']]],
    [{ a: null }, {}],
    [{ a: { b: 1 }, c: 2 }, { a: { b: 1, c: 2 } }],
  ])('tells %j from %j', (one, other) => expect(fingerprintOf(one)).not.toBe(fingerprintOf(other)));

  it('survives the way through JSON', () =>
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
        const stored: unknown = JSON.parse(JSON.stringify(value));
        expect(fingerprintOf(stored)).toBe(fingerprintOf(value));
      }),
    ));
});
