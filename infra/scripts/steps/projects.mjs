import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';

/** Folders of all projects, relative to the root. */
export function projectFolders() {
  const candidates = ['apps', 'libs'].flatMap((top) => below(top).flatMap((folder) => [folder, ...below(folder)]));
  return candidates.filter((folder) => existsSync(join(ROOT, folder, 'package.json')));
}

const below = (folder) =>
  existsSync(join(ROOT, folder))
    ? readdirSync(join(ROOT, folder), { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !['node_modules', 'dist', 'src'].includes(entry.name))
        .map(({ name }) => `${folder}/${name}`)
    : [];
