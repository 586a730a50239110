import { createServer } from 'node:net';
import { CliFailure } from '../cli-failure.error';

/** Rejects with a sentence for people where the API could not listen; nothing else has been started by then. */
export function refuseTakenPort(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (cause) => reject(new CliFailure(reasonOf(cause, host, port), { cause })));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve()));
  });
}

function reasonOf(cause: Error, host: string, port: number): string {
  switch ('code' in cause ? cause.code : undefined) {
    case 'EADDRINUSE':
      return `Port ${port} is in use; choose another one with PORT=…, or stop what listens there`;
    case 'EACCES':
      return `Port ${port} may not be used by this account; choose one above 1023 with PORT=…`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `${host} is no address of this machine; correct TENURE_HOST`;
  }
  return `The API cannot listen on ${host}:${port}: ${cause.message}`;
}
