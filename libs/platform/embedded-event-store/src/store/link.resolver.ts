import type { LoggedEvent } from '../log/logged-event';
import { readRecordedEvent } from '../streams/recorded-event.codec';
import type { EventStore } from './event-store';
import { firstReadableRevision, readPage } from './stream.reader';

const LINK = /^(\d+)@(.+)$/s;
const TYPE_MARK = Buffer.from('$>');

/** An event and, where it came by a link, that link. A link to what can't be read any more has no event. */
export type ResolvedEvent = { event?: LoggedEvent; link?: LoggedEvent };

export function resolveLink(store: EventStore, logged: LoggedEvent): ResolvedEvent {
  if (logged.buffer.subarray(logged.start, logged.end).indexOf(TYPE_MARK) === -1) return { event: logged };
  const record = readRecordedEvent(logged);
  if (record.type !== '$>') return { event: logged };
  const [, revision, streamName] = LINK.exec(record.data.toString('utf8')) ?? [];
  if (revision === undefined || streamName === undefined) return { link: logged };
  return { event: findEvent(store, streamName, Number(revision)), link: logged };
}

function findEvent(store: EventStore, streamName: string, revision: number): LoggedEvent | undefined {
  const stream = store.stream(streamName);
  if (stream === undefined || stream.isTombstoned || stream.metadata.isSoftDeleted) return undefined;
  if (revision >= stream.positions.length || revision < firstReadableRevision(store.log, stream)) return undefined;
  return readPage(store.log, stream, { from: revision, to: revision + 1 }, false).events[0];
}
