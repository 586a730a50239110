import * as fc from 'fast-check';
import { eventId } from './event.identity';

const UUID_V5 = /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const fingerprint = fc.stringMatching(/^[0-9a-z]{1,7}$/);

describe('event identity', () => {
  it('is a UUID that differs by command, content and index', () =>
    fc.assert(
      fc.property(fc.string(), fingerprint, fc.nat(), (commandId, content, index) => {
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
