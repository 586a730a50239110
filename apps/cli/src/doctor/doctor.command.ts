import type { Command } from 'commander';
import { InvalidSettingsError, type Config } from '@tenure/config';
import { settingsOf } from '../command.settings';
import { EXIT_FAILED } from '../exit-code';
import { findRunning } from '../running.platform';
import type { Terminal } from '../terminal';
import type { Finding } from './finding';

export function describeDoctor(program: Command, terminal: Terminal, exitWith: (exitCode: number) => void): void {
  program
    .command('doctor')
    .description('Check the machine, the settings, the data folder and what runs on it.')
    .option('--url <address>', 'API to ask (setting TENURE_URL)')
    .option('--json', 'print the findings as JSON')
    .addHelpText(
      'after',
      '\nExits with 1 where something is wrong.\n\nExamples:\n  $ tenure doctor\n  $ tenure doctor --json',
    )
    .action(async ({ json = false }: { json?: boolean }, command: Command) => {
      const findings = await examineAll(command);
      if (json) terminal.print(JSON.stringify(findings, undefined, 2));
      else for (const finding of findings) terminal.print(lineOf(finding, terminal));
      if (findings.some(({ result }) => result === 'bad')) exitWith(EXIT_FAILED);
    });
}

async function examineAll(command: Command): Promise<readonly Finding[]> {
  const config = readSettings(command);
  if ('findings' in config) return config.findings;
  const { checkMachine } = await import('./machine.checks.js');
  const { checkServers } = await import('./server.checks.js');
  const machine = await checkMachine(config.dataDir);
  const servers = await checkServers(config, await findRunning(config.dataDir));
  return [{ check: 'Settings', result: 'good', detail: 'all are valid' }, ...machine, ...servers];
}

function readSettings(command: Command): Config | { readonly findings: readonly Finding[] } {
  try {
    return settingsOf(command);
  } catch (error) {
    if (!(error instanceof InvalidSettingsError)) throw error;
    return { findings: error.problems.map(({ message }) => ({ check: 'Settings', result: 'bad', detail: message })) };
  }
}

function lineOf({ check, result, detail }: Finding, { colours }: Terminal): string {
  const mark = { good: colours.green('✓'), bad: colours.red('✗'), skipped: colours.dim('–') }[result];
  return `${mark} ${check.padEnd(12)} ${detail}`;
}
