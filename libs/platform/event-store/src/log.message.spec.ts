import type { ResolvedEvent } from '@eventstore/db-client';
import { convertGrpcEvent } from '@eventstore/db-client/dist/utils';
import { StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb';
import { ReadResp } from '@eventstore/db-client/generated/streams_pb';
import fc from 'fast-check';
import { decodeLogMessage } from './log.message';
import { asStored } from './recorded.codec';

const bytes = (value: unknown) => Buffer.from(JSON.stringify(value));
const uint64 = fc.oneof(fc.bigInt(0n, 2n ** 64n - 1n), fc.bigInt(0n, 2n ** 14n), fc.constant(2n ** 49n));
const json = fc.oneof(
  fc.jsonValue().map(bytes),
  fc.uint8Array().map((raw) => Buffer.from(raw)),
  fc.constant(Buffer.alloc(0)),
);
const metadata = fc.oneof(
  json,
  fc.record({ commandId: fc.string(), occurredAt: fc.string(), customerId: fc.string({ unit: 'binary' }) }).map(bytes),
);

const recorded = fc
  .record({
    id: fc.uuid(),
    stream: fc.string({ unit: 'binary', minLength: 1 }),
    numbers: fc.tuple(uint64, uint64),
    type: fc.string({ unit: 'binary' }),
    contentType: fc.constantFrom('application/json', 'application/octet-stream'),
    ticks: fc.bigInt(0n, 2n ** 62n),
    metadata,
    data: json,
  })
  .map((given) => {
    const event = new ReadResp.ReadEvent.RecordedEvent();
    event.setId(new UUID());
    event.getId()?.setString(given.id);
    event.setStreamIdentifier(new StreamIdentifier());
    event.getStreamIdentifier()?.setStreamName(Buffer.from(given.stream));
    event.setStreamRevision(String(given.numbers[0]));
    event.setCommitPosition(String(given.numbers[1]));
    event.setPreparePosition(String(given.numbers[1]));
    event
      .getMetadataMap()
      .set('type', given.type)
      .set('content-type', given.contentType)
      .set('created', String(given.ticks));
    event.setCustomMetadata(given.metadata);
    event.setData(given.data);
    return event;
  });

function responseWith(event: ReadResp.ReadEvent.RecordedEvent | undefined): ReadResp {
  const read = new ReadResp.ReadEvent();
  if (event) read.setEvent(event);
  read.setCommitPosition('7');
  const response = new ReadResp();
  response.setEvent(read);
  return response;
}

describe('a message of the log', () => {
  it('says the same of an event as the official client', () => {
    fc.assert(
      fc.property(recorded, (event) => {
        const response = responseWith(event);
        const read = ReadResp.deserializeBinary(response.serializeBinary()).getEvent();
        const resolved = read && convertGrpcEvent<ResolvedEvent>(read);
        const isJson = resolved?.event?.isJson;
        expect(decodeLogMessage(Buffer.from(response.serializeBinary()))).toEqual({
          kind: 'event',
          event: resolved && asStored(resolved),
          isJson,
        });
      }),
    );
  });

  it('is refused where it is cut off, wherever that is', () => {
    fc.assert(
      fc.property(recorded, fc.nat(), (event, cut) => {
        const whole = Buffer.from(responseWith(event).serializeBinary());
        expect(() => decodeLogMessage(whole.subarray(0, 1 + (cut % (whole.length - 1))))).toThrow(RangeError);
      }),
    );
  });

  it('is a checkpoint, the word that nothing is left, or nothing that is of use', () => {
    const checkpoint = new ReadResp();
    checkpoint.setCheckpoint(new ReadResp.Checkpoint());
    checkpoint
      .getCheckpoint()
      ?.setCommitPosition(String(2n ** 60n))
      .setPreparePosition('5');
    const caughtUp = new ReadResp();
    caughtUp.setCaughtUp(new ReadResp.CaughtUp());
    const confirmation = new ReadResp();
    confirmation.setConfirmation(new ReadResp.SubscriptionConfirmation());
    const messages = [checkpoint, caughtUp, confirmation, responseWith(undefined)];
    expect(messages.map((message) => decodeLogMessage(Buffer.from(message.serializeBinary())))).toEqual([
      { kind: 'checkpoint', position: 2n ** 60n },
      { kind: 'caught-up' },
      { kind: 'other' },
      { kind: 'other' },
    ]);
  });
});
