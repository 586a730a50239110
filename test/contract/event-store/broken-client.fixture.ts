import { connect as connectHttp2, type ClientHttp2Session } from 'node:http2';
import { connect, createServer, type Socket } from 'node:net';

export const PREFACE = Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n');
export const EMPTY_SETTINGS = Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0]);
const BODY = Buffer.from('request-body');

/** Opens connections below the level of the client, and closes them all. */
export class RawConnections {
  private readonly opened: { destroy(): void }[] = [];

  constructor(private readonly address: () => string) {}

  async socket(): Promise<Socket> {
    const { hostname, port } = this.url;
    const socket = connect(Number(port), hostname).on('error', () => undefined);
    this.opened.push(socket.resume());
    await new Promise((resolve) => socket.once('connect', resolve));
    return socket;
  }

  async session(): Promise<ClientHttp2Session> {
    const session = connectHttp2(`http://${this.url.host}`).on('error', () => undefined);
    this.opened.push(session);
    await new Promise((resolve) => session.once('connect', resolve));
    return session;
  }

  close(): void {
    for (const connection of this.opened.splice(0)) connection.destroy();
  }

  private get url(): URL {
    return new URL(this.address().replace(/^esdb:/, 'http:'));
  }
}

/** Resolves also where the server has closed the connection. */
export async function written(socket: Socket, bytes: Buffer): Promise<void> {
  await new Promise<void>((resolve) => {
    if (socket.destroyed) resolve();
    else socket.write(bytes, () => resolve());
  });
}

/** What a sound client sends for a request, as bytes. */
export async function recordedRequest(path: string): Promise<Buffer> {
  const listener = createServer();
  const heard = new Promise<Buffer>((resolve) => {
    listener.on('connection', (socket) => {
      let bytes = Buffer.alloc(0);
      socket.on('error', () => undefined).write(EMPTY_SETTINGS);
      socket.on('data', (chunk: Buffer) => {
        bytes = Buffer.concat([bytes, chunk]);
        if (bytes.includes(BODY)) resolve(bytes);
      });
    });
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const address = listener.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const session = connectHttp2(`http://127.0.0.1:${port}`).on('error', () => undefined);
  const request = session.request({ ':method': 'POST', ':path': path }).on('error', () => undefined);
  request.end(Buffer.concat([Buffer.from([0, 0, 0, 0, BODY.length]), BODY]));
  const bytes = await heard;
  session.destroy();
  listener.close();
  return bytes;
}
