import { bytesField, messageField } from '../protobuf/protobuf.writer';
import type { GrpcCall } from './grpc.call';

export const STREAMS_SERVICE = 'event_store.client.streams.Streams';
/** The version of EventStoreDB whose streams protocol this is. */
const PROTOCOL_VERSION = '24.2.0';
const FEATURES_SERVICE = 'event_store.client.server_features.ServerFeatures';
const METHODS: [service: string, method: string, features: string[]][] = [
  [STREAMS_SERVICE, 'read', []],
  [STREAMS_SERVICE, 'append', []],
  [STREAMS_SERVICE, 'batchappend', []],
  [STREAMS_SERVICE, 'delete', []],
  [STREAMS_SERVICE, 'tombstone', []],
  [FEATURES_SERVICE, 'getsupportedmethods', []],
];

export function handleSupportedMethods(call: GrpcCall): void {
  const methods = METHODS.map(([service, method, features]) =>
    messageField(
      1,
      bytesField(1, method),
      bytesField(2, service.toLowerCase()),
      ...features.map((feature) => bytesField(3, feature)),
    ),
  );
  const response = Buffer.concat([...methods, bytesField(2, PROTOCOL_VERSION)]);
  call.receive({ onMessage: () => undefined, onEnd: () => call.reply(response) });
}
