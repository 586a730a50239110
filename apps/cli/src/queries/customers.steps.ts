import { Argument, type Command } from 'commander';
import { connectApi, type ApiClient } from '../api.client';
import { settingsOf } from '../command.settings';
import { printed } from '../policies/policies.print';
import type { Terminal } from '../terminal';

interface StepOptions {
  readonly by: string;
  readonly reason?: string;
  readonly purpose?: string;
  readonly json?: boolean;
}

/** What is decided on a customer, each with its author. */
export function describeCustomerSteps(customers: Command, terminal: Terminal): void {
  step(customers, 'merge <duplicate> <customer-id>', 'Say that a duplicate is another customer; it keeps its history.')
    .requiredOption('--reason <text>', 'why')
    .action(async (duplicate: string, into: string, _options: unknown, command: Command) => {
      const { by, reason } = command.optsWithGlobals<StepOptions>();
      const done = `${duplicate} is merged into ${into}.`;
      const body = JSON.stringify({ into, by, reason });
      await take(command, terminal, (api) => api.post(`${pathOf(duplicate)}/merge`, body), done);
    });
  step(customers, 'unmerge <duplicate>', 'Undo a merge.')
    .requiredOption('--reason <text>', 'why')
    .action(async (duplicate: string, _options: unknown, command: Command) => {
      const { by, reason } = command.optsWithGlobals<StepOptions>();
      const done = `${duplicate} is a customer of its own again.`;
      const body = JSON.stringify({ by, reason });
      await take(command, terminal, (api) => api.post(`${pathOf(duplicate)}/merge/undoing`, body), done);
    });
  step(customers, 'consent <customer-id>', 'Note whether a customer agrees to be written to by e-mail.')
    .addArgument(new Argument('<answer>', 'what the customer says').choices(['granted', 'withdrawn']))
    .option('--purpose <purpose>', 'marketing or service', 'marketing')
    .action(async (customerId: string, answer: string, _options: unknown, command: Command) => {
      const { by, purpose = '' } = command.optsWithGlobals<StepOptions>();
      const path = `${pathOf(customerId)}/consents/email/${encodeURIComponent(purpose)}`;
      const done = `Consent of ${customerId} to ${purpose} by e-mail: ${answer}.`;
      const body = { granted: answer === 'granted', by };
      await take(command, terminal, (api) => api.put(path, JSON.stringify(body)), done);
    });
}

const step = (customers: Command, name: string, description: string): Command =>
  customers.command(name).description(description).requiredOption('--by <person>', 'who does it');

const pathOf = (customerId: string): string => `/customers/${encodeURIComponent(customerId)}`;

async function take(
  command: Command,
  terminal: Terminal,
  ask: (api: ApiClient) => Promise<object>,
  done: string,
): Promise<void> {
  const { json } = command.optsWithGlobals<StepOptions>();
  const answer = await ask(await connectApi(settingsOf(command)));
  printed(terminal, json, answer, () => [done]);
}
