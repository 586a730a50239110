import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';
import { run } from './run.mjs';
import { contentOf, isStamped, stamp } from './stamp.mjs';

const OLDEST_NODE = [20, 19];

/** Installs the packages of the lock file where they are missing or from an older one. Ends the process on failure. */
export async function installWhatIsMissing() {
  refuseOldNode();
  const wanted = contentOf('package-lock.json');
  if (isStamped('install', wanted)) return;
  if (!isInstalled()) await install();
  stamp('install', wanted);
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  console.error(`Node ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.versions.node}.`);
  process.exit(1);
}

/** npm leaves a copy of the lock file in what it installed. */
function isInstalled() {
  const installed = join(ROOT, 'node_modules/.package-lock.json');
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(ROOT, 'package-lock.json')).mtimeMs;
}

async function install() {
  console.log('Installing packages (once; needs the network) …');
  if ((await npm(['ci'], { output: 'none' })) === 0) return;
  // `npm ci` refuses a lock file where the registry lacks optional packages of other platforms; `npm install` does not.
  console.log('`npm ci` refused; trying `npm install` …');
  const exitCode = await npm(['install', '--no-save']);
  if (exitCode === 0) return;
  console.error('The packages could not be installed; see above. Run `npm install` once that is mended.');
  process.exit(exitCode);
}

function npm(args, options) {
  const all = [...args, '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const script = process.env.npm_execpath;
  return script?.endsWith('.js') ? run(process.execPath, [script, ...all], options) : run('npm', all, options);
}
