import type { Command } from 'commander';
import { settingsOf } from '../command.settings';
import type { Terminal } from '../terminal';
import type { ImportOptions } from './import.request';

export function describeImport(program: Command, terminal: Terminal): void {
  program
    .command('import <data...>')
    .description('Record history from CSV files (plain, .gz, .tar.gz), row by row as a mapping file says.')
    .requiredOption('--mapping <file>', 'mapping file: which columns make which commands')
    .option('--rejects <file>', 'where refused rows go, with line number and reason')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (files: string[], options: ImportOptions, command: Command) => {
      const config = settingsOf(command);
      const { importFiles } = await import('./import.run.js');
      await importFiles({ config, files, options, terminal });
    });
}

const EXAMPLES = `
Importing the same rows again records nothing twice, also after an interruption.

Examples:
  $ tenure import --mapping shop.mapping.json orders-2024.csv.gz
  $ tenure import --mapping shop.mapping.json --rejects refused.csv *.csv`;
