import {
  createServer,
  type Http2Server,
  type IncomingHttpHeaders,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from 'node:http2';
import type { AddressInfo } from 'node:net';
import type { EventStore } from '../store/event-store';
import { handleAppend, handleDelete } from './append.handler';
import { handleBatchAppend } from './batch-append.handler';
import { GrpcCall } from './grpc.call';
import { GrpcCode } from './grpc.status';
import { ProtocolGate } from './protocol.gate';
import { handleRead } from './read.handler';
import { STREAMS_SERVICE, handleSupportedMethods } from './server-features.handler';

const WINDOW_BYTES = 4 * 1024 * 1024;
const CLOSING_GRACE_MS = 1000;

/** The streams protocol over plain HTTP/2. */
export class GrpcServer {
  private readonly sessions = new Set<ServerHttp2Session>();
  private readonly calls = new Set<GrpcCall>();
  private readonly server: Http2Server;
  private readonly gate: ProtocolGate;

  constructor(private readonly store: EventStore) {
    this.server = createServer({ settings: { initialWindowSize: WINDOW_BYTES, maxConcurrentStreams: 65_536 } });
    this.server.on('session', (session) => this.register(session));
    this.server.on('stream', (stream, headers) => this.serve(stream, headers));
    // Broken or foreign clients: the session ends, the node goes on.
    this.server.on('sessionError', () => undefined);
    this.gate = new ProtocolGate(this.server);
  }

  /** Resolves to the port; rejects with the socket's error (EADDRINUSE, …). */
  async listen(port: number, host: string): Promise<number> {
    const { server } = this.gate;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, () => {
        server.off('error', reject);
        resolve();
      });
    });
    server.on('error', () => undefined);
    const address: AddressInfo | string | null = server.address();
    return typeof address === 'object' && address !== null ? address.port : port;
  }

  /** Ends every call with UNAVAILABLE, so that clients reconnect elsewhere or later. */
  async stop(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.gate.server.close(() => resolve()));
    this.gate.close();
    for (const call of this.calls) call.fail({ code: GrpcCode.unavailable, message: 'the event store is stopping' });
    for (const session of this.sessions) session.close();
    const impatience = setTimeout(() => {
      for (const session of this.sessions) session.destroy();
    }, CLOSING_GRACE_MS);
    await closed;
    clearTimeout(impatience);
  }

  private register(session: ServerHttp2Session): void {
    this.sessions.add(session);
    session.on('close', () => this.sessions.delete(session));
    session.on('error', () => undefined);
    session.setLocalWindowSize(WINDOW_BYTES);
  }

  private serve(stream: ServerHttp2Stream, headers: IncomingHttpHeaders): void {
    const call = new GrpcCall(stream);
    this.calls.add(call);
    stream.on('close', () => this.calls.delete(call));
    call.guard(() => this.dispatch(call, String(headers[':path'])));
  }

  private dispatch(call: GrpcCall, path: string): void {
    switch (path) {
      case `/${STREAMS_SERVICE}/Read`:
        return handleRead(this.store, call);
      case `/${STREAMS_SERVICE}/BatchAppend`:
        return handleBatchAppend(this.store, call);
      case `/${STREAMS_SERVICE}/Append`:
        return handleAppend(this.store, call);
      case `/${STREAMS_SERVICE}/Delete`:
        return handleDelete(this.store, call, 'delete');
      case `/${STREAMS_SERVICE}/Tombstone`:
        return handleDelete(this.store, call, 'tombstone');
      case '/event_store.client.server_features.ServerFeatures/GetSupportedMethods':
        return handleSupportedMethods(call);
    }
    const message = `the embedded event store node has no ${path}: it speaks the streams protocol only; use an EventStoreDB or KurrentDB node for the rest`;
    call.fail({ code: GrpcCode.unimplemented, message });
  }
}
