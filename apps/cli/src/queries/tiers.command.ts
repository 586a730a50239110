import type { Command } from 'commander';
import { connectApi } from '../api.client';
import { settingsOf } from '../command.settings';
import type { Terminal } from '../terminal';

export function describeTiers(program: Command, terminal: Terminal): void {
  program
    .command('tiers')
    .description('Show how customers spread over the tiers, month by month.')
    .option('--url <address>', 'API to ask (setting TENURE_URL)')
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', '\nExamples:\n  $ tenure tiers\n  $ tenure tiers --json')
    .action(async (_options: object, command: Command) => {
      const api = await connectApi(settingsOf(command));
      terminal.print(JSON.stringify(await api.get<object>('/tiers/distribution'), undefined, 2));
    });
}
