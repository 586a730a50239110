import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { found } from '@tenure/local-servers/testing';
import { runCli } from '../cli';
import { memoryTerminal } from './memory.terminal';
import { runBuiltCli, startCli, type CliRun } from './started.cli';

const LIMIT_MS = 150_000;

/** For Jest: a platform that the tests of a file, or of a `describe` block, share; it is up from the first to the last. */
export function usePlatform(settings: Readonly<Record<string, string>> = {}): UsedPlatform {
  const used = new UsedPlatform();
  let stop: () => Promise<unknown> = async () => undefined;
  beforeAll(async () => {
    used.dataDir = await mkdtemp(join(tmpdir(), 'tenure-cli-'));
    const own = { TENURE_DATA_DIR: used.dataDir, TENURE_SAMPLE: 'none', PORT: '0' };
    used.settings = { ...own, TENURE_WAIT_FOR_LIMIT_MS: '120000', ...settings };
    const started = startCli(['start', '--json'], used.settings);
    stop = () => {
      started.process.kill('SIGTERM');
      return started.ended;
    };
    used.apiUrl = String((await started.said('ready')).apiUrl);
  });
  afterAll(async () => {
    await stop();
    await rm(used.dataDir, { recursive: true, force: true });
  });
  return used;
}

export class UsedPlatform {
  dataDir = '';
  apiUrl = '';
  settings: Readonly<Record<string, string>> = {};

  /** What a command says in this process. */
  async run(...args: readonly string[]) {
    const terminal = memoryTerminal();
    const exitCode = await runCli([...args, '--url', this.apiUrl], terminal);
    return { exitCode, printed: terminal.printed, noted: terminal.noted };
  }

  /** A command as a program of its own. */
  runBuilt(...args: readonly string[]): Promise<CliRun> {
    return runBuiltCli(args, this.settings);
  }

  /** What a command prints once that is as wanted: what follows the log does so in its own time. */
  async until(wanted: RegExp | ((printed: readonly string[]) => boolean), ...args: readonly string[]) {
    const isWanted =
      wanted instanceof RegExp ? (printed: readonly string[]) => wanted.test(printed.join('\n')) : wanted;
    let said: readonly string[] = [];
    const find = async () => {
      const { printed, noted } = await this.run(...args);
      said = [...printed, ...noted];
      return isWanted(printed) ? printed : undefined;
    };
    return found(find, () => `${args.join(' ')} says ${said.join('\n')}, not ${String(wanted)}`, LIMIT_MS);
  }

  /** The e-mails in the data folder; those that are still being written have another name. */
  async mails(): Promise<readonly string[]> {
    const folder = join(this.dataDir, 'mail');
    const names = await readdir(folder).catch((): string[] => []);
    return Promise.all(
      names.filter((name) => name.endsWith('.eml')).map((name) => readFile(join(folder, name), 'utf8')),
    );
  }

  async post(path: string, body: object, method = 'POST'): Promise<void> {
    const request = { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const answer = await fetch(`${this.apiUrl}${path}`, request);
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  }
}
