import type { Http2Server } from 'node:http2';
import { createServer, type Server, type Socket } from 'node:net';

const HTTP2_BEGINS = 'PRI';
const HTTP1_BEGINS = ['GET', 'POS', 'PUT', 'DEL', 'HEA', 'OPT', 'PAT'];
/** Shown as the error's message by clients that make their calls of management over HTTP/1.1. */
const REFUSAL =
  'the embedded event store node speaks the streams protocol over gRPC only; use an EventStoreDB or KurrentDB node for the rest';
const RESPONSE = `HTTP/1.1 501 ${REFUSAL}\r\ncontent-type: text/plain\r\ncontent-length: ${REFUSAL.length}\r\nconnection: close\r\n\r\n${REFUSAL}`;

/** Listens for connections and hands those of HTTP/2 on; HTTP/1.1 gets a sentence, in place of a frame it can't read. */
export class ProtocolGate {
  readonly server: Server;
  private readonly waiting = new Set<Socket>();

  constructor(private readonly http2: Http2Server) {
    this.server = createServer((socket) => this.admit(socket));
  }

  /** Ends connections that have not been handed on. */
  close(): void {
    for (const socket of this.waiting) socket.destroy();
  }

  private admit(socket: Socket): void {
    const ignore = (): void => undefined;
    socket.setNoDelay(true).on('error', ignore);
    this.waiting.add(socket);
    socket.on('close', () => this.waiting.delete(socket));
    let seen: Buffer = Buffer.alloc(0);
    const look = (): void => {
      const bytes: unknown = socket.read();
      if (!(bytes instanceof Buffer)) return;
      seen = Buffer.concat([seen, bytes]);
      if (seen.length < HTTP2_BEGINS.length) return;
      socket.off('readable', look);
      socket.unshift(seen);
      if (HTTP1_BEGINS.includes(seen.toString('latin1', 0, HTTP2_BEGINS.length))) socket.resume().end(RESPONSE);
      else {
        this.waiting.delete(socket);
        socket.off('error', ignore);
        this.http2.emit('connection', socket);
      }
    };
    socket.on('readable', look);
  }
}
