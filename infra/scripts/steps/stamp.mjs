import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './root.mjs';

const stampPath = (name) => join(ROOT, 'node_modules/.cache/tenure', `${name}.stamp`);

/** Whether a step was last finished with this very fingerprint. */
export const isStamped = (name, fingerprint) =>
  existsSync(stampPath(name)) && readFileSync(stampPath(name), 'utf8') === fingerprint;

export function stamp(name, fingerprint) {
  mkdirSync(dirname(stampPath(name)), { recursive: true });
  writeFileSync(stampPath(name), fingerprint);
}

export const contentOf = (file) =>
  createHash('sha256')
    .update(readFileSync(join(ROOT, file)))
    .digest('hex');

/** Changes whenever a file below the folders is added, removed or written; reads no contents. */
export function fingerprintOf(paths) {
  const hash = createHash('sha256');
  const visit = (path) => {
    const { mtimeMs, size } = statSync(path);
    hash.update(`${path} ${mtimeMs} ${size}\n`);
  };
  for (const path of paths) walk(join(ROOT, path), visit);
  return hash.digest('hex');
}

function walk(path, visit) {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) return visit(path);
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const below = join(path, entry.name);
    if (entry.isDirectory()) walk(below, visit);
    else visit(below);
  }
}
