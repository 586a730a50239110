import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { EmbeddedPostgresError } from './postgres.errors';

export interface Account {
  readonly uid: number;
  readonly gid: number;
}

export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  readonly account?: Account;
}

const SETPRIV = ['/usr/bin/setpriv', '/bin/setpriv'];

/** The account that PostgreSQL, which refuses to run as root, is given instead; none where this process is not root. */
export function postgresAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new EmbeddedPostgresError(
    'PostgreSQL does not run as root, and there is no account postgres or nobody to run it',
  );
}

/**
 * How to start a PostgreSQL program. With setpriv(1) it is told when this process dies, whatever kills it, and as root
 * it may pass through folders that are closed to its account, such as a data folder below /root.
 */
export function planLaunch(command: string, args: readonly string[], paths: readonly string[]): Launch {
  const account = postgresAccount();
  const closed = account && paths.find((path) => !reaches(account, path));
  const setpriv = process.platform === 'linux' ? SETPRIV.find((path) => existsSync(path)) : undefined;
  if (setpriv) {
    const become = account ? [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups'] : [];
    const pass = closed ? ['--inh-caps=+dac_override', '--ambient-caps=+dac_override'] : [];
    return { command: setpriv, args: ['--pdeathsig=INT', ...become, ...pass, '--', command, ...args] };
  }
  if (closed) {
    throw new EmbeddedPostgresError(
      `PostgreSQL does not run as root, and its account can't reach ${closed}: start as another user, or use a folder open to all`,
    );
  }
  return { command, args, account };
}

function reaches({ uid, gid }: Account, path: string): boolean {
  const { mode, uid: owner, gid: group } = statSync(path);
  const passes = owner === uid ? mode & 0o100 : group === gid ? mode & 0o010 : mode & 0o001;
  return passes !== 0 && (dirname(path) === path || reaches({ uid, gid }, dirname(path)));
}
