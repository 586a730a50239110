/**
 * `npm run bench -- NAME`: builds the release and runs `test/bench/NAME.bench.mjs` (or `.ts`, compiled first) on it. A
 * benchmark prints its figures and, last, one JSON line.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildWhatChanged } from './steps/build.mjs';
import { installWhatIsMissing } from './steps/install.mjs';
import { ROOT } from './steps/root.mjs';
import { run } from './steps/run.mjs';

const FOLDER = join(ROOT, 'test/bench');
const [name, ...args] = process.argv.slice(2);

const known = benchmarks();
if (!known.includes(name)) {
  console.error(`Usage: npm run bench -- NAME\nNAME is one of: ${known.join(', ') || '(there are none)'}`);
  process.exit(2);
}
await installWhatIsMissing();
await buildWhatChanged();
const env = { ...process.env, NODE_ENV: 'production' };
process.exitCode = await run(process.execPath, ['--enable-source-maps', await runnable(name), ...args], { env });

function benchmarks() {
  if (!existsSync(FOLDER)) return [];
  const files = readdirSync(FOLDER).map((file) => /^(.+)\.bench\.(?:mjs|ts)$/.exec(file)?.[1]);
  return [...new Set(files.filter(Boolean))].sort();
}

async function runnable(name) {
  const script = join(FOLDER, `${name}.bench.mjs`);
  if (existsSync(script)) return script;
  const exitCode = await run(process.execPath, [join(ROOT, 'infra/build/compile.mjs'), FOLDER, '.'], {
    output: 'on-failure',
  });
  if (exitCode !== 0) process.exit(exitCode);
  return join(FOLDER, `dist/${name}.bench.js`);
}
