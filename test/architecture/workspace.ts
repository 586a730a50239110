import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(__dirname, '../..');

export interface Project {
  readonly folder: string;
  readonly name: string;
  readonly type: string;
  readonly scope: string;
  readonly tags: readonly string[];
}

interface Manifest {
  readonly name: string;
  readonly nx?: { readonly tags?: readonly string[] };
}

/** Files that git tracks or would track, relative to the root. */
export const trackedFiles = (): string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' })
    .split('\n')
    .filter((file) => file !== '' && isThere(file));

export const readText = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

export const projects = (): Project[] =>
  trackedFiles()
    .filter((file) => /^(apps|libs)\/.*package\.json$/.test(file))
    .map((file) => {
      const { name, nx } = JSON.parse(readText(file)) as Manifest;
      const tags = nx?.tags ?? [];
      return {
        folder: file.replace('/package.json', ''),
        name,
        tags,
        type: tagOf(tags, 'type'),
        scope: tagOf(tags, 'scope'),
      };
    });

const tagOf = (tags: readonly string[], kind: string): string =>
  tags.find((tag) => tag.startsWith(`${kind}:`))?.slice(kind.length + 1) ?? '';

/** What a file imports, as it is written there. */
export const importsOf = (file: string): string[] =>
  [...readText(file).matchAll(/\b(?:from|import|require\()\s*\(?'([^']+)'/g)].map(([, specifier]) => specifier ?? '');

export const isFixture = (file: string): boolean => /\.spec\.ts$|\/src\/testing\//.test(file);

/** A file may be gone from the folder and not yet from the index. */
function isThere(file: string): boolean {
  try {
    readFileSync(join(ROOT, file));
    return true;
  } catch {
    return false;
  }
}
