import type { Command } from 'commander';
import { record, withAuthor } from '../problems/recorded.step';
import type { Terminal } from '../terminal';
import { stepOf, whole } from './measures.steps';

interface SpendOptions {
  readonly currency: string;
  readonly for: string;
}

interface BudgetOptions {
  readonly currency: string;
  readonly reason: string;
}

/** What becomes of the budget of a measure; amounts in minor units such as 分. */
export function describeMeasureMoney(measures: Command, terminal: Terminal): void {
  withAuthor(measures.command('budget <measure-id> <minor>'))
    .description('Give it a budget, or another one; the amount in minor units such as 分.')
    .requiredOption('--currency <code>', 'of the amount')
    .requiredOption('--reason <text>', 'why')
    .action((measureId: string, minor: string, { currency, reason: why }: BudgetOptions, command: Command) => {
      const body = { budget: { amountMinor: whole(minor), currency }, why };
      const sentence = `The budget of ${measureId} is changed.`;
      return record(command, terminal, { path: stepOf(measureId, 'budget'), body, sentence });
    });
  withAuthor(measures.command('spend <measure-id> <entry-id> <minor>'))
    .description('Spend money of its budget; the amount in minor units such as 分.')
    .requiredOption('--currency <code>', 'of the amount')
    .requiredOption('--for <text>', 'what it is spent on')
    .action((measureId: string, entryId: string, minor: string, options: SpendOptions, command: Command) => {
      const { currency, for: what } = options;
      const body = { entryId, amount: { amountMinor: whole(minor), currency }, what };
      return record(command, terminal, {
        path: stepOf(measureId, 'expenses'),
        body,
        sentence: `${entryId} is booked.`,
      });
    });
}
