import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../cli';
import { memoryTerminal } from '../testing/memory.terminal';
import { runBuiltCli, startCli, type StartedCli } from '../testing/started.cli';

const SAMPLES = join(__dirname, '../../../../infra/samples');

describe('tenure behaviour', () => {
  let dataDir: string;
  let apiUrl: string;
  let platform: StartedCli;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'tenure-behaviour-'));
    platform = startCli(['start', '--json'], { TENURE_DATA_DIR: dataDir, TENURE_SAMPLE: 'none', PORT: '0' });
    apiUrl = String((await platform.said('ready')).apiUrl);
  });
  afterAll(async () => {
    platform.process.kill('SIGTERM');
    await platform.ended;
    await rm(dataDir, { recursive: true, force: true });
  });

  /** The built program, as the worker of an import is a file of its own. */
  const run = (...args: string[]) => runBuiltCli(args, { TENURE_DATA_DIR: dataDir });

  async function shown(...args: string[]): Promise<readonly string[]> {
    const terminal = memoryTerminal();
    const asked = ['behaviour', 'customer-harbour-books', ...args, '--url', apiUrl];
    return (await runCli(asked, terminal)) === 0 ? terminal.printed : [];
  }

  async function shownOnce(pattern: RegExp, ...args: string[]): Promise<readonly string[]> {
    for (const end = Date.now() + 30_000; Date.now() < end;) {
      const printed = await shown(...args);
      if (printed.some((line) => pattern.test(line))) return printed;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`never showed ${pattern}`);
  }

  it('shows what an imported list of signals tells of a customer, without what is still to come', async () => {
    const rejects = join(dataDir, 'rejects.csv');
    const mapping = join(SAMPLES, 'signals.mapping.json');
    const imported = await run('import', '--mapping', mapping, '--rejects', rejects, join(SAMPLES, 'signals.csv'));
    expect(imported).toMatchObject({ exitCode: 0 });
    expect(await readFile(rejects, 'utf8')).toMatch(/2190-01-01T00:00:00.* is more than 5 minutes ahead/);

    const printed = await shownOnce(/^lowRatings .* 1$/, '--at', '2024-04-10T00:00:00Z');
    expect(printed).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^WHAT +7 DAYS +30 DAYS +180 DAYS$/),
        expect.stringMatching(/^logins +0 +1 +1$/),
        expect.stringMatching(/^anomalies +1 +1 +1$/),
        expect.stringMatching(/^daysSinceLastLogin +7$/),
        expect.stringMatching(/^renewalIntention +unsure$/),
      ]),
    );
  });
});
