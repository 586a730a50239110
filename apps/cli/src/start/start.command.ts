import type { Command } from 'commander';
import { settingsOf } from '../command.settings';
import type { Terminal } from '../terminal';

export function describeStart(program: Command, terminal: Terminal): void {
  program
    .command('start')
    .description('Start the platform on this machine, and stop it again on Ctrl-C.')
    .option('--port <number>', 'port of the API (setting PORT)')
    .option('--host <address>', 'address that the API listens on (setting TENURE_HOST)')
    .option('--sample <name>', 'what a first start loads: online-retail or none (setting TENURE_SAMPLE)')
    .option('--json', 'say what happens as JSON lines')
    .addHelpText('after', EXAMPLES)
    .action(async ({ json = false }: { json?: boolean }, command: Command) => {
      const config = settingsOf(command);
      const { runPlatform } = await import('./run.platform.js');
      await runPlatform(config, terminal, json);
    });
}

const EXAMPLES = `
Examples:
  $ tenure start
  $ tenure start --port 8080 --sample none
  $ DATABASE_URL=postgres://tenure@db/tenure EVENTSTORE_URL=esdb://events:2113 tenure start`;
