import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolders } from './projects.mjs';
import { ROOT } from './root.mjs';
import { run } from './run.mjs';
import { fingerprintOf, isStamped, stamp } from './stamp.mjs';

/** Builds every project whose sources changed since the last build. Ends the process on failure. */
export async function buildWhatChanged() {
  const projects = projectFolders();
  const sources = fingerprintOf([
    ...projects.flatMap((folder) => [`${folder}/src`, `${folder}/package.json`]),
    'infra/build',
    'nx.json',
    'package-lock.json',
  ]);
  if (isStamped('build', sources) && projects.every(isBuilt)) return;
  console.log('Building …');
  const exitCode = await build();
  if (exitCode !== 0) process.exit(exitCode);
  stamp('build', sources);
}

const isBuilt = (folder) => existsSync(join(ROOT, folder, 'dist/index.js'));

function build() {
  const nx = join(ROOT, 'node_modules/nx/dist/bin/nx.js');
  const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', FORCE_COLOR: '0' };
  const args = ['run-many', '-t', 'build', '--parallel=4', '--outputStyle=static'];
  return run(process.execPath, [nx, ...args], { env, output: 'on-failure' });
}
