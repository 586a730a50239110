import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';

export interface HeldSmtpServer {
  readonly url: string;
  /** How many wait to be greeted. */
  readonly waiting: number;
  /** To whom messages came, each time that one did. */
  readonly received: readonly string[];
  release(): void;
  stop(): Promise<void>;
}

/** A mail server that lets nobody in until it is released, and takes everything from then on. */
export async function startHeldSmtpServer(): Promise<HeldSmtpServer> {
  const received: string[] = [];
  let [held, waiting] = [true, 0];
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    onConnect: (_session, done) => {
      if (held) waiting++;
      else done();
    },
    onData: (stream, { envelope }, done) => {
      stream.resume();
      stream.on('end', () => {
        received.push(...envelope.rcptTo.map(({ address }) => address));
        done();
      });
    },
  });
  server.on('error', () => undefined);
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const address = listening.address();
  if (address === null || typeof address === 'string') throw new Error('it listens on a port');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    get waiting() {
      return waiting;
    },
    received,
    release: () => void (held = false),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
