import { execFile } from 'node:child_process';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TENURE_BIN } from '../testing/tenure.command';

const ROOT = join(__dirname, '../../..');

/** A command of a page, and what the page says that it prints: nothing where it doesn't say. */
export interface PageCommand {
  readonly command: string;
  readonly printed: readonly string[];
}

/** What stands behind `$ ` in the blocks of code, in the order of the page; a `\` at its end goes on with the next line. */
export function commandsOf(page: string): PageCommand[] {
  const blocks = [...page.matchAll(/^```\n(.*?)^```$/gms)].map(([, block = '']) => block.replaceAll('\\\n', ''));
  return blocks.flatMap((block) =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map((part) => {
        const [command = '', ...printed] = part.trimEnd().split('\n');
        return { command: command.replace(/\s+/g, ' '), printed: printed.map((line) => line.trimEnd()) };
      }),
  );
}

/** Where a reader of the page works: a folder that has what the repository has. */
export async function workplace(): Promise<{ readonly folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'tenure-page-'));
  for (const name of ['infra', 'docs', 'node_modules']) await symlink(join(ROOT, name), join(folder, name));
  return { folder, remove: () => rm(folder, { recursive: true }) };
}

/** What it printed, line by line; rejects with what it said where it fails. */
export async function runIn(folder: string, command: string, settings: Record<string, string>): Promise<string[]> {
  const line = command.replaceAll('npx tenure', `'${process.execPath}' '${TENURE_BIN}'`);
  const env = { PATH: process.env.PATH, ...settings };
  const ran = await new Promise<string>((resolve, reject) => {
    execFile('/bin/sh', ['-c', line], { cwd: folder, env, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${command}\n${stdout}${stderr}`));
      else resolve(stdout);
    });
  });
  return ran
    .trimEnd()
    .split('\n')
    .map((text) => text.trimEnd());
}

/** Whether the page says it as it was; a line `…` of the page stands for any lines. */
export function asPageSays(printed: readonly string[], page: readonly string[]): readonly string[] {
  const [first, ...rest] = page;
  if (first === undefined) return printed;
  if (first !== '…') return [printed[0] ?? '', ...asPageSays(printed.slice(1), rest)];
  const next = rest[0];
  const at = next === undefined ? printed.length : printed.indexOf(next);
  return [first, ...asPageSays(printed.slice(Math.max(0, at)), rest)];
}
