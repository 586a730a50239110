import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
}

/** What the server says to a message, in place of taking it. */
export interface SmtpRefusal {
  readonly code: number;
  readonly text: string;
}

export interface TestSmtpServer {
  /** smtp://user:password@host:port */
  readonly url: string;
  readonly received: readonly ReceivedMail[];
  /** To come, one for each message; afterwards it takes what it gets. */
  readonly refusals: SmtpRefusal[];
  stop(): Promise<void>;
}

/** A real SMTP server on this machine that wants a login. */
export async function startTestSmtpServer(password = 'secret'): Promise<TestSmtpServer> {
  const received: ReceivedMail[] = [];
  const refusals: SmtpRefusal[] = [];
  const server = new SMTPServer({
    authOptional: false,
    allowInsecureAuth: true,
    hideSTARTTLS: true,
    onAuth: (auth, _session, done) =>
      auth.password === password ? done(null, { user: auth.username }) : done(new Error('wrong password')),
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const refusal = refusals.shift();
        if (refusal) return done(Object.assign(new Error(refusal.text), { responseCode: refusal.code }));
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        const to = envelope.rcptTo.map(({ address }) => address);
        received.push({ from, to, raw: Buffer.concat(chunks).toString('utf8') });
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
    url: `smtp://tenure:secret@127.0.0.1:${address.port}`,
    received,
    refusals,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
