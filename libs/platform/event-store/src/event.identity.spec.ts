import * as fc from 'fast-check';
import { canonicalJson, eventId } from './event.identity';

const UUID_V5 = /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('event identity', () => {
  it('is the same for the same content in any order of keys', () =>
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (content) => {
        const reversed = Object.fromEntries(Object.entries(content).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(content));
        expect(JSON.parse(canonicalJson(content))).toEqual(JSON.parse(JSON.stringify(content)));
      }),
    ));

  it('leaves out what is undefined, as the wire does', () =>
    expect(canonicalJson({ b: 1, a: undefined, c: [{ y: 2, x: undefined }] })).toBe('{"b":1,"c":[{"y":2}]}'));

  it('is a UUID that differs by command, content and index', () =>
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.nat(), (commandId, content, index) => {
        const id = eventId(commandId, content, index);
        expect(id).toMatch(UUID_V5);
        expect(eventId(commandId, content, index)).toBe(id);
        const others = [
          eventId(`${commandId}x`, content, index),
          eventId(commandId, `${content}x`, index),
          eventId(commandId, content, index + 1),
        ];
        expect(others).not.toContain(id);
      }),
    ));
});
