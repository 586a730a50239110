import fc from 'fast-check';
import { readRecordedEvent, recordedEventBound, writeRecordedEvent, TOMBSTONE_REVISION } from './recorded-event.codec';

const bytes = fc.uint8Array({ maxLength: 400 }).map((content) => Buffer.from(content));
const text = fc.string({ unit: 'grapheme', maxLength: 300 });
const events = fc.record({ id: fc.uuid(), type: text, contentType: text, data: bytes, metadata: bytes });
const places = fc.record({
  streamName: text,
  revision: fc.oneof(fc.maxSafeNat(), fc.constant(TOMBSTONE_REVISION)),
  position: fc.maxSafeNat(),
  createdMs: fc.nat(4e12),
});

describe('recorded events', () => {
  it('are read as they were written, and fit the space that was foretold', () => {
    fc.assert(
      fc.property(events, places, (event, place) => {
        const buffer = Buffer.alloc(recordedEventBound(event, place.streamName) + 10);
        const end = writeRecordedEvent(buffer, 5, event, place);
        expect(end - 5).toBeLessThanOrEqual(recordedEventBound(event, place.streamName));
        const read = readRecordedEvent({ buffer, start: 5, end, position: place.position });
        const { metadata: _metadata, ...rest } = event;
        expect({ ...read, data: [...read.data] }).toEqual({ ...rest, ...place, data: [...event.data] });
      }),
    );
  });
});
