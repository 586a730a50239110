import * as fc from 'fast-check';
import { jsonBytes } from './json.bytes';

describe('json bytes', () => {
  it('are the JSON of each value, also after many others were written', () =>
    fc.assert(
      fc.property(fc.array(fc.record({ text: fc.string({ unit: 'binary', maxLength: 3_000 }) })), (values) => {
        const written = values.map((value) => jsonBytes(value));
        expect(written.map((bytes) => JSON.parse(Buffer.from(bytes).toString()) as unknown)).toEqual(values);
      }),
    ));

  it('take a value of any size', () => {
    const value = { text: '长'.repeat(100_000) };
    expect(JSON.parse(Buffer.from(jsonBytes(value)).toString())).toEqual(value);
  });

  it('are of the class that the client tells bytes by', () =>
    expect([jsonBytes({ a: 1 }).constructor, jsonBytes({ a: 'b'.repeat(99_000) }).constructor]).toEqual([
      Uint8Array,
      Uint8Array,
    ]));
});
