import { existsSync } from 'node:fs';

const SETPRIV = ['/usr/bin/setpriv', '/bin/setpriv'];

/** setpriv(1) of Linux starts a program that the kernel signals when we die, whatever kills us. */
export const locateSetpriv = (): string | undefined =>
  process.platform === 'linux' ? SETPRIV.find((path) => existsSync(path)) : undefined;
