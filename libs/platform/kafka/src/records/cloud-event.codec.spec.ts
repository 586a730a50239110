import * as fc from 'fast-check';
import type { Stored } from '@tenure/event-store';
import { decodeEvent, encodeEvent, keyOf } from './event.record';
import { decodeMarker, encodeMarker } from './marker.record';

/** JSON as it comes out of a parser, which tells minus zero from zero where a writer of JSON does not. */
const json = fc.jsonValue({ maxDepth: 3 }).map((value): unknown => JSON.parse(JSON.stringify(value)));
const text = fc.string({ unit: 'binary' });
const bigint = fc.bigInt({ min: 0n, max: 2n ** 63n - 1n });
const metadata = fc.record(
  {
    commandId: text,
    correlationId: text,
    causationId: text,
    actor: text,
    source: text,
    customerId: text,
    occurredAt: fc.oneof(text, fc.constant('2024-05-01T09:30:00.120+08:00')),
    schemaVersion: fc.integer(),
  },
  {
    requiredKeys: ['commandId', 'correlationId', 'actor', 'source', 'occurredAt', 'schemaVersion'],
    noNullPrototype: true,
  },
);
/** What others wrote beside, or instead of, what we know. */
const others = fc.dictionary(fc.oneof(text, fc.constantFrom('customerId', 'schemaVersion', 'id', 'data')), json, {
  noNullPrototype: true,
});
const stored: fc.Arbitrary<Stored> = fc.record(
  {
    id: fc.uuid(),
    stream: text,
    revision: bigint,
    position: bigint,
    recordedAt: fc
      .date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true })
      .map((at) => at.toISOString()),
    type: text,
    data: json,
    metadata: fc.tuple(metadata, others).map(([ours, theirs]) => ({ ...ours, ...theirs })),
  },
  { noNullPrototype: true },
);

describe('records of the log', () => {
  it('give back exactly the event that went in', () => {
    fc.assert(
      fc.property(stored, (event) => {
        const { value } = encodeEvent(event, keyOf(event), 0);
        expect(decodeEvent({ value: Buffer.from(value) })).toStrictEqual(event);
      }),
      { numRuns: 1_000 },
    );
  });

  it('give back exactly the marker that went in', () => {
    const marker = fc.record(
      { after: fc.option(bigint, { nil: undefined }), position: bigint, events: fc.nat() },
      { noNullPrototype: true },
    );
    fc.assert(
      fc.property(marker, (given) => {
        const { value } = encodeMarker(given, 0, 0);
        expect(decodeMarker({ value: Buffer.from(String(value)) })).toStrictEqual(given);
      }),
    );
  });

  it('are CloudEvents 1.0 with the customer as key', () => {
    const event: Stored = {
      id: '0b9e3c1e-6d0f-4c52-8f5f-0f4a3f1e2d3c',
      stream: 'complaint-1',
      revision: 3n,
      position: 1234n,
      recordedAt: '2024-05-01T01:30:00.120Z',
      type: 'ComplaintOpened',
      data: { complaintId: '1' },
      metadata: {
        commandId: 'c-1',
        correlationId: 'x-1',
        actor: 'anna',
        source: 'web form',
        customerId: 'k-1',
        occurredAt: '2024-05-01T09:30:00+08:00',
        schemaVersion: 2,
      },
    };
    const { key, headers, value, timestamp } = encodeEvent(event, keyOf(event), 0);
    expect({ key, headers, timestamp, value: JSON.parse(value) as unknown }).toEqual({
      key: 'k-1',
      timestamp: '1714527000120',
      headers: {
        'content-type': 'application/cloudevents+json; charset=UTF-8',
        kind: 'event',
        id: event.id,
        type: 'ComplaintOpened',
        stream: 'complaint-1',
        revision: '3',
        position: '1234',
      },
      value: {
        specversion: '1.0',
        id: event.id,
        source: '/tenure',
        type: 'ComplaintOpened',
        time: '2024-05-01T01:30:00.120Z',
        datacontenttype: 'application/json',
        stream: 'complaint-1',
        revision: '3',
        position: '1234',
        customerid: 'k-1',
        commandid: 'c-1',
        correlationid: 'x-1',
        actor: 'anna',
        origin: 'web form',
        occurredat: '2024-05-01T09:30:00+08:00',
        schemaversion: 2,
        data: { complaintId: '1' },
      },
    });
    const { customerId: _, ...concernsNone } = event.metadata;
    expect(keyOf({ ...event, metadata: concernsNone })).toBe('complaint-1');
  });

  it.each(['', '{}', 'null', '[]', '{"position":"x"}', '{"after":null,"position":"1","events":"2"}'])(
    'know %j for neither event nor marker',
    (value) => {
      const record = { value: Buffer.from(value) };
      expect([decodeEvent(record), decodeMarker(record)]).toEqual([undefined, undefined]);
    },
  );
});
