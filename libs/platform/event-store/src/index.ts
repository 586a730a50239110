export { streamOf, type Aggregate, type TimedCommand } from './aggregate';
export { CommandExecutor, type ExecutorOptions } from './command.executor';
export { COMMAND_ID_REUSED } from './decision.plan';
export {
  AppendTooLargeError,
  EventStoreUnavailableError,
  StreamContendedError,
  StreamGoneError,
  UnreadableEventError,
} from './errors';
export { connectEventStore, headPosition } from './event-store.client';
export { recordedAt } from './position.time';
export { toStored, type Stored } from './recorded.codec';
export { mergeCodecs, type AnyCodec } from './codec.registry';
export { rereadFrom } from './event.reread';
export { EventHistory } from './event.history';
export { EventStoreFeed } from './event-store.feed';
export { decodeStored } from './feed.decoding';
export { unseenEvents, type UnseenEvents } from './unseen.events';
export { readHistory } from './history.reader';
export { newestPositionOf } from './stream.newest';
export { emptyStream, loadStream, type LoadedStream } from './stream.loader';
