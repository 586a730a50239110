import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { codeOf } from './testing/page.code';

const run = promisify(execFile);
const ROOT = join(__dirname, '../..');
const code = codeOf(readFileSync(join(ROOT, 'docs/projections.md'), 'utf8'));

describe('the projection on the page about projections', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tenure-page-'));

  beforeAll(() => {
    copyRepository(folder);
    for (const { path, apply } of code) {
      const file = join(folder, path);
      writeFileSync(file, apply(exists(file) ? readFileSync(file, 'utf8') : ''));
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is a whole one', () => {
    expect(code.map(({ path }) => path)).toHaveLength(9);
  });

  it('compiles with the rest of the platform', async () => {
    const include = code.map(({ path }) => path);
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ extends: './tsconfig.base.json', include }));
    const compiled = run(process.execPath, [join(ROOT, 'node_modules/typescript7/bin/tsc'), '-p', folder]);
    expect(await compiled.then(() => 'compiles', outputOf)).toBe('compiles');
  });

  it('passes its own tests, on PostgreSQL and the event store', async () => {
    const jest = join(ROOT, 'node_modules/jest/bin/jest.js');
    const args = [jest, '-c', 'infra/jest/jest.config.cjs', '--ci', '--runInBand', 'monthly-spend'];
    const env = { ...process.env, TIERS: 'spec,int', TEST_SUMMARY_FILE: join(folder, 'summary.json') };
    const ran = run(process.execPath, args, { cwd: folder, env });
    expect(await ran.then(() => 'passes', outputOf)).toBe('passes');
    const summary: unknown = JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8'));
    expect(summary).toMatchObject({ passed: 5, failed: 0, skipped: 0 });
  });
});

/** What the page changes, and what is made of it. Copies are slow to compile: everything else stays where it is. */
const COPIED = ['libs/purchase/core', 'libs/purchase/service', 'apps/composition', 'apps/projector', 'apps/api'];

/** A place of their own for the sources that the page changes, where that harms nobody; all other packages by links. */
function copyRepository(folder: string): void {
  for (const name of [...COPIED, 'infra/jest', 'infra/build', 'tsconfig.base.json', 'package.json']) {
    const filter = (path: string) => !/[/\\](dist|node_modules)$/.test(path);
    cpSync(join(ROOT, name), join(folder, name), { recursive: true, filter });
  }
  for (const scope of ['', '@tenure']) {
    mkdirSync(join(folder, 'node_modules', scope));
    for (const name of readdirSync(join(ROOT, 'node_modules', scope)).filter((name) => !/^(\.|@tenure$)/.test(name))) {
      const real = realpathSync(join(ROOT, 'node_modules', scope, name));
      const copied = COPIED.find((path) => real === join(ROOT, path));
      symlinkSync(copied ? join(folder, copied) : real, join(folder, 'node_modules', scope, name));
    }
  }
}

const exists = (file: string): boolean => readdirSync(dirname(file)).some((name) => file.endsWith(`/${name}`));

const outputOf = (failure: unknown): string =>
  typeof failure === 'object' && failure !== null && 'stdout' in failure && 'stderr' in failure
    ? `${String(failure.stdout)}\n${String(failure.stderr)}`
    : String(failure);
