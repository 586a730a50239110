import { FRAME_HEADER_BYTES } from '../log/frame.codec';
import type { SoundFrame } from '../log/frame.inspection';
import { eventsOfFrame, type LoggedEvent } from '../log/logged-event';
import { errorMessageOf } from '../log/system.error';
import { ProtobufReader } from '../protobuf/protobuf.reader';
import { ID_PREFIX, readRecordedEvent } from '../streams/recorded-event.codec';
import type { StreamLedger } from './stream.ledger';

export type ContentFlaw = { position: number; flaw: string };
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const COMMIT_POSITION_FIELD = 4;
const PREPARE_POSITION_FIELD = 5;

/** What is wrong with the events of a frame whose checksum is right: it was written so. */
export function checkFrame(buffer: Buffer, frame: SoundFrame, ledger: StreamLedger): ContentFlaw[] {
  const { start, payloadBytes, position, eventCount, durableBefore } = frame;
  if (durableBefore > position) return [{ position, flaw: `a record says that the log was synced beyond it` }];
  const events = eventsOfFrame(buffer, start, payloadBytes, position);
  if (events.length !== eventCount || events.at(-1)?.end !== start + FRAME_HEADER_BYTES + payloadBytes) {
    return [{ position, flaw: `a record of ${eventCount} events holds another number, or half an event` }];
  }
  return events.flatMap((logged) => {
    const flaw = flawOf(logged, ledger);
    return flaw === undefined ? [] : [{ position: logged.position, flaw }];
  });
}

function flawOf(logged: LoggedEvent, ledger: StreamLedger): string | undefined {
  try {
    const { id, streamName, type, createdMs, revision } = readRecordedEvent(logged);
    const prefix = logged.buffer.subarray(logged.start, logged.start + ID_PREFIX.length);
    if (!prefix.equals(ID_PREFIX) || !UUID.test(id)) return 'an event has no id';
    if (streamName === '' || type === '' || !Number.isFinite(createdMs))
      return `event ${id} lacks stream, type or time`;
    const wrong = positionsIn(logged).find((position) => position !== logged.position);
    if (wrong !== undefined) return `event ${id} calls its position ${wrong}`;
    return ledger.take(streamName, revision);
  } catch (error) {
    return `an event can't be decoded: ${errorMessageOf(error)}`;
  }
}

function positionsIn({ buffer, start, end }: LoggedEvent): number[] {
  const positions: number[] = [];
  const reader = new ProtobufReader(buffer, start, end);
  for (let field = reader.field(); field !== 0; field = reader.field()) {
    if (field === COMMIT_POSITION_FIELD || field === PREPARE_POSITION_FIELD) positions.push(reader.uint());
    else reader.skip();
  }
  return positions.length === 2 ? positions : [Number.NaN];
}
