import type { Command } from 'commander';

/** The commands on feedback stand together, whoever describes the first of them. */
export const feedbackOf = (program: Command): Command =>
  program.commands.find((command) => command.name() === 'feedback') ??
  program
    .command('feedback')
    .description('Ask customers, note what they say, and see what it is about.')
    .option('--url <address>', 'API to ask (setting TENURE_URL)')
    .option('--json', 'print the answer as JSON');
