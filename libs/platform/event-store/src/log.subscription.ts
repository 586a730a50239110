import type { EventStoreDBClient } from '@eventstore/db-client';
import { StreamsClient, StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import { Empty } from '@eventstore/db-client/generated/shared_pb';
import { ReadReq } from '@eventstore/db-client/generated/streams_pb';
import { decodeLogMessage, type LogMessage } from './log.message';

const NO_SYSTEM_EVENTS = '^[^$].*';
/** How many windows of 32 events are looked through before a checkpoint. */
const WINDOWS_A_CHECKPOINT = { ofAll: 32, ofSome: 1 };

export type LogSubscription = Awaited<ReturnType<typeof subscribeToLog>>;

/**
 * Subscribes to `$all` without system events, or to some types of events alone, after a position, on the official client's connection and by its rules, but
 * with a decoder of our own: the client offers this to those who derive from it, hence the brackets. Ends with an error
 * when the connection does.
 */
export function subscribeToLog(client: EventStoreDBClient, after: bigint | undefined, types?: readonly string[]) {
  const { path, requestSerialize } = StreamsService.read;
  const start = client['GRPCStreamCreator'](StreamsClient, 'subscribeToLog', (grpc) =>
    grpc.makeServerStreamRequest<ReadReq, LogMessage>(
      path,
      requestSerialize,
      decodeLogMessage,
      requestAfter(after, types),
      ...client['callArguments']({}, { deadline: Infinity }),
    ),
  );
  return start();
}

function requestAfter(after: bigint | undefined, types: readonly string[] | undefined): ReadReq {
  const all = new ReadReq.Options.AllOptions();
  if (after === undefined) all.setStart(new Empty());
  else all.setPosition(positionOf(after));
  const options = new ReadReq.Options();
  options.setAll(all);
  options.setSubscription(new ReadReq.Options.SubscriptionOptions());
  options.setFilter(filterOf(types));
  options.setUuidOption(idsAsText());
  const request = new ReadReq();
  request.setOptions(options);
  return request;
}

function positionOf(position: bigint): ReadReq.Options.Position {
  const both = new ReadReq.Options.Position();
  both.setCommitPosition(position.toString());
  both.setPreparePosition(position.toString());
  return both;
}

function filterOf(types: readonly string[] | undefined): ReadReq.Options.FilterOptions {
  const type = new ReadReq.Options.FilterOptions.Expression();
  type.setRegex(types === undefined ? NO_SYSTEM_EVENTS : `^(?:${types.map(escaped).join('|')})$`);
  const filter = new ReadReq.Options.FilterOptions();
  filter.setEventType(type);
  filter.setCount(new Empty());
  filter.setCheckpointintervalmultiplier(
    types === undefined ? WINDOWS_A_CHECKPOINT.ofAll : WINDOWS_A_CHECKPOINT.ofSome,
  );
  return filter;
}

const escaped = (type: string): string => type.replace(/[^A-Za-z0-9]/g, '\\$&');

function idsAsText(): ReadReq.Options.UUIDOption {
  const option = new ReadReq.Options.UUIDOption();
  option.setString(new Empty());
  return option;
}
