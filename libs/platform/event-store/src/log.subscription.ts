import type { EventStoreDBClient } from '@eventstore/db-client';
import { StreamsClient, StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import { Empty } from '@eventstore/db-client/generated/shared_pb';
import { ReadReq } from '@eventstore/db-client/generated/streams_pb';
import { decodeLogMessage, type LogMessage } from './log.message';

const NO_SYSTEM_EVENTS = '^[^$].*';
const WINDOWS_A_CHECKPOINT = 32;

export type LogSubscription = Awaited<ReturnType<typeof subscribeToLog>>;

/**
 * Subscribes to `$all` without system events, after a position, on the official client's connection and by its rules, but
 * with a decoder of our own: the client offers this to those who derive from it, hence the brackets. Ends with an error
 * when the connection does. Of events of other types than the wanted ones it says only that they were there: the server
 * could leave them out, but would not say how far it has looked until much later.
 */
export function subscribeToLog(client: EventStoreDBClient, after: bigint | undefined, wanted?: readonly string[]) {
  const { path, requestSerialize } = StreamsService.read;
  const types = wanted && new Set(wanted);
  const start = client['GRPCStreamCreator'](StreamsClient, 'subscribeToLog', (grpc) =>
    grpc.makeServerStreamRequest<ReadReq, LogMessage>(
      path,
      requestSerialize,
      (bytes) => decodeLogMessage(bytes, types),
      requestAfter(after),
      ...client['callArguments']({}, { deadline: Infinity }),
    ),
  );
  return start();
}

function requestAfter(after: bigint | undefined): ReadReq {
  const all = new ReadReq.Options.AllOptions();
  if (after === undefined) all.setStart(new Empty());
  else all.setPosition(positionOf(after));
  const options = new ReadReq.Options();
  options.setAll(all);
  options.setSubscription(new ReadReq.Options.SubscriptionOptions());
  options.setFilter(withoutSystemEvents());
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

function withoutSystemEvents(): ReadReq.Options.FilterOptions {
  const type = new ReadReq.Options.FilterOptions.Expression();
  type.setRegex(NO_SYSTEM_EVENTS);
  const filter = new ReadReq.Options.FilterOptions();
  filter.setEventType(type);
  filter.setCount(new Empty());
  filter.setCheckpointintervalmultiplier(WINDOWS_A_CHECKPOINT);
  return filter;
}

function idsAsText(): ReadReq.Options.UUIDOption {
  const option = new ReadReq.Options.UUIDOption();
  option.setString(new Empty());
  return option;
}
