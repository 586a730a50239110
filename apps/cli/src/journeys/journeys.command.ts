import { Option, type Command } from 'commander';
import { connectApi } from '../api.client';
import { settingsOf } from '../command.settings';
import { printed } from '../policies/policies.print';
import type { Page } from '../queries/page.reader';
import type { Terminal } from '../terminal';
import type { Journey, JourneyReport, JourneyRun, JourneyTask } from './journeys.answers';
import { describeSimulation } from './journeys.simulate';
import { journeyLines, reportLines, runLines, taskLines } from './journeys.text';

interface Options {
  readonly customer?: string;
  readonly status?: string;
  readonly assignee?: string;
  readonly onlyVersion?: string;
  readonly by?: string;
  readonly note?: string;
  readonly limit?: string;
  readonly cursor?: string;
  readonly json?: boolean;
}

export function describeJourneys(program: Command, terminal: Terminal): void {
  const journeys = program
    .command('journeys')
    .description('Show what customers are led through by themselves, how far they are, and whether it helps.')
    .option('--url <address>', 'API to ask (setting TENURE_URL)')
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', EXAMPLES)
    .action((_options: unknown, command: Command) => list(command, terminal));
  journeys
    .command('list')
    .description('The same as without a word behind it.')
    .action((_options: unknown, command: Command) => list(command, terminal));
  paged(journeys.command('runs [journey-id]'))
    .description('Who is or was in a journey, or which journeys a customer is or was in.')
    .option('--customer <id>', 'the journeys of a customer')
    .addOption(new Option('--status <status>', 'only those').choices(['active', 'held-out', 'ended']))
    .action((journeyId: string | undefined, _options: unknown, command: Command) => runs(journeyId, command, terminal));
  journeys
    .command('report <journey-id>')
    .description('What came about among those in it, against those who were left alone by chance.')
    .option('--only-version <number>', 'of a version; the newest one that anybody entered unless given')
    .action((journeyId: string, _options: unknown, command: Command) => report(journeyId, command, terminal));
  describeSimulation(journeys, terminal);
  paged(journeys.command('tasks'))
    .description('What journeys ask people to do.')
    .option('--assignee <id>', 'only what this person has to do')
    .option('--customer <id>', 'only what is to be done for a customer')
    .addOption(new Option('--status <status>', 'what became of them').choices(['open', 'done', 'all']).default('open'))
    .action((_options: unknown, command: Command) => tasks(command, terminal));
  journeys
    .command('done <task-id>')
    .description('Say that a task is done.')
    .requiredOption('--customer <id>', 'the customer for whom it was')
    .requiredOption('--by <id>', 'who did it')
    .option('--note <text>', 'what came of it')
    .action((taskId: string, _options: unknown, command: Command) => done(taskId, command, terminal));
}

const paged = (command: Command): Command =>
  command.option('--limit <number>', 'how many to list', '50').option('--cursor <text>', 'where the list before ended');

async function list(command: Command, terminal: Terminal): Promise<void> {
  const api = await connectApi(settingsOf(command));
  printed(terminal, optionsOf(command).json, await api.get<readonly Journey[]>('/journeys'), journeyLines);
}

async function runs(journeyId: string | undefined, command: Command, terminal: Terminal): Promise<void> {
  const { customer, status, limit, cursor, json } = optionsOf(command);
  if ((journeyId === undefined) === (customer === undefined)) {
    command.error('error: name either a journey or, with --customer, a customer');
  }
  const path =
    customer === undefined
      ? `/journeys/${encodeURIComponent(journeyId ?? '')}/runs`
      : `/customers/${encodeURIComponent(customer)}/journeys`;
  const api = await connectApi(settingsOf(command));
  const page = await api.get<Page<JourneyRun>>(path, { status, limit, cursor });
  printed(terminal, json, page, ({ items }) => runLines(items));
  noteMore(page, terminal);
}

async function report(journeyId: string, command: Command, terminal: Terminal): Promise<void> {
  const { onlyVersion: version, json } = optionsOf(command);
  const api = await connectApi(settingsOf(command));
  const answer = await api.get<JourneyReport>(`/journeys/${encodeURIComponent(journeyId)}/report`, { version });
  printed(terminal, json, answer, reportLines);
}

async function tasks(command: Command, terminal: Terminal): Promise<void> {
  const { assignee, customer: customerId, status, limit, cursor, json } = optionsOf(command);
  const api = await connectApi(settingsOf(command));
  const filter = { assignee, customerId, limit, cursor, ...(status !== 'all' && { status }) };
  const page = await api.get<Page<JourneyTask>>('/journeys/tasks', filter);
  printed(terminal, json, page, ({ items }) => taskLines(items));
  noteMore(page, terminal);
}

async function done(taskId: string, command: Command, terminal: Terminal): Promise<void> {
  const { customer = '', by, note } = optionsOf(command);
  const api = await connectApi(settingsOf(command));
  const path = `/customers/${encodeURIComponent(customer)}/journey-tasks/${encodeURIComponent(taskId)}/done`;
  await api.post(path, JSON.stringify({ by, note }));
  terminal.print(`${taskId} is done`);
}

const optionsOf = (command: Command): Options => command.optsWithGlobals<Options>();

function noteMore({ next }: Page<unknown>, terminal: Terminal): void {
  if (next !== undefined) terminal.note(terminal.colours.dim(`More with --cursor ${next}`));
}

const EXAMPLES = `
Examples:
  $ tenure journeys
  $ tenure journeys runs journey-activation --status active
  $ tenure journeys runs --customer 12347
  $ tenure journeys report journey-activation
  $ tenure journeys simulate journey-churn-warning
  $ tenure journeys tasks --assignee service-lead
  $ tenure journeys done TASK --customer 12347 --by service-lead --note "Called; all is well"`;
