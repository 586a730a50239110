/**
 * `npm test`: installs what is missing, builds what tests start, and runs every tier, the fastest first. Arguments go to
 * Jest; `TIERS=spec,int` narrows the tiers. The last line is `N passed, N failed, N skipped`; where TEST_SUMMARY_FILE is
 * set, the same figures and the names of skipped tests are left there as JSON.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWhatChanged } from './steps/build.mjs';
import { installWhatIsMissing } from './steps/install.mjs';
import { ROOT } from './steps/root.mjs';
import { run } from './steps/run.mjs';

await installWhatIsMissing();
await buildWhatChanged();

const folder = mkdtempSync(join(tmpdir(), 'tenure-test-summary-'));
const summaryFile = process.env.TEST_SUMMARY_FILE ?? join(folder, 'summary.json');
rmSync(summaryFile, { force: true });
const exitCode = await jest(process.argv.slice(2), summaryFile);
const { passed, failed, skipped, skippedTests } = readSummary(summaryFile);
rmSync(folder, { recursive: true, force: true });
for (const name of skippedTests) console.log(`skipped: ${name}`);
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = exitCode === 0 && failed > 0 ? 1 : exitCode;

function jest(args, summaryFile) {
  const own = ['-c', 'infra/jest/jest.config.cjs', '--testSequencer', join(ROOT, 'infra/jest/tier.sequencer.cjs')];
  const env = { ...process.env, TEST_SUMMARY_FILE: summaryFile };
  // Without it a worker collects what test files leave behind seldom and long: it stands still, and deadlines pass.
  const collecting = ['--expose-gc', join(ROOT, 'node_modules/jest/bin/jest.js')];
  return run(process.execPath, [...collecting, ...own, ...args], { env });
}

/** A run that ended without its figures has failed, whatever else it says. */
function readSummary(file) {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  console.log('The test run ended before it could count its tests.');
  return { passed: 0, failed: 1, skipped: 0, skippedTests: [] };
}
