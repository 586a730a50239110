import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { locateSetpriv } from './setpriv';
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

/** The account of a new cluster: PostgreSQL refuses to run as root. None where this process is not root. */
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
 * How to start a PostgreSQL program on a folder, which is the first of the paths that it needs; as root, by its owner. With setpriv(1) it is told when this process dies, whatever kills it, and as root
 * it may pass through folders that are closed to its account, such as a data folder below /root.
 */
export function planLaunch(
  command: string,
  args: readonly string[],
  paths: readonly [string, ...(readonly string[])],
): Launch {
  const account = process.getuid?.() === 0 ? ownerOf(paths[0]) : undefined;
  const closed = account && paths.find((path) => !reaches(account, path));
  const setpriv = locateSetpriv();
  if (setpriv) {
    return { command: setpriv, args: [...setprivArguments(account, closed !== undefined), '--', command, ...args] };
  }
  if (!closed) return { command, args, account };
  throw new EmbeddedPostgresError(
    `PostgreSQL does not run as root, and its account can't reach ${closed}: start as another user, or use a folder open to all`,
  );
}

function setprivArguments(account: Account | undefined, passThrough: boolean): string[] {
  const become = account ? [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups'] : [];
  const pass = passThrough ? ['--inh-caps=+dac_override', '--ambient-caps=+dac_override'] : [];
  return ['--pdeathsig=INT', ...become, ...pass];
}

function ownerOf(path: string): Account | undefined {
  const { uid, gid } = statSync(path);
  return uid === 0 ? postgresAccount() : { uid, gid };
}

function reaches({ uid, gid }: Account, path: string): boolean {
  const { mode, uid: owner, gid: group } = statSync(path);
  const passes = owner === uid ? mode & 0o100 : group === gid ? mode & 0o010 : mode & 0o001;
  return passes !== 0 && (dirname(path) === path || reaches({ uid, gid }, dirname(path)));
}
