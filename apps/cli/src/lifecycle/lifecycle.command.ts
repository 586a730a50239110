import { Option, type Command } from 'commander';
import { connectApi } from '../api.client';
import { settingsOf } from '../command.settings';
import { printed } from '../policies/policies.print';
import type { Page } from '../queries/page.reader';
import { saveTables, withTableFiles, type TableFileOptions } from '../standards/table.file';
import type { Terminal } from '../terminal';
import type {
  Cohorts,
  CustomerLifecycle,
  Retention,
  StageBoard,
  StagedCustomer,
  StageFlows,
} from './lifecycle.answers';
import {
  boardLines,
  cohortLines,
  customerLines,
  flowLines,
  retentionLines,
  whyLines,
  type Language,
} from './lifecycle.text';

type Query = Readonly<Record<string, string | undefined>>;

interface Options extends TableFileOptions {
  readonly words: Language;
  readonly json?: boolean;
  readonly of: 'kept' | 'ordering';
}

/** What one of the commands asks for, and how its answer is shown. */
interface Question<Answer> {
  readonly path: string;
  readonly query: Query;
  readonly lines: (answer: Answer) => readonly string[];
}

export function describeLifecycle(program: Command, terminal: Terminal): void {
  const lifecycle = program
    .command('lifecycle')
    .description('Show in which stages customers are, why, how they flow between them, and how long they stay.')
    .option('--url <address>', 'API to ask (setting TENURE_URL)')
    .option('--json', 'print the answer as JSON')
    .addOption(new Option('--words <language>', 'of reasons on the screen').choices(['zh', 'en']).default('en'))
    .addHelpText('after', EXAMPLES);
  const add = (name: string, description: string, isDefault = false): Command =>
    withTableFiles(lifecycle.command(name, { isDefault }).description(description));

  add('board', 'How many customers are in each stage, by tier and risk.', true)
    .option('--at <time>', 'as they stood then')
    .action((_options: unknown, command: Command) =>
      answer<StageBoard>(command, terminal, {
        path: '/lifecycle/board',
        query: queryOf(command, ['at']),
        lines: boardLines,
      }),
    );
  add('customers', 'Customers by stage, risk and tier.')
    .option('--stage <stage>', 'only those in a stage, such as churn-warning')
    .option('--band <band>', 'only those of a risk: low, medium or high')
    .option('--tier <tier>', 'only those of a tier')
    .option('--limit <number>', 'how many to list', '50')
    .option('--cursor <text>', 'where the list before ended')
    .action((_options: unknown, command: Command) => list(command, terminal));
  lifecycle
    .command('why <customer-id>')
    .description('In which stage a customer is, what made it so, and every stage before.')
    .action((customerId: string, _options: unknown, command: Command) => why(customerId, command, terminal));
  add('flows', 'Who went from which stage to which, month by month (UTC).')
    .option('--from <month>', 'the first month, such as 2011-01')
    .option('--to <month>', 'the last month')
    .action((_options: unknown, command: Command) =>
      answer<StageFlows>(command, terminal, {
        path: '/lifecycle/flows',
        query: queryOf(command, ['from', 'to']),
        lines: flowLines,
      }),
    );
  add('cohorts', 'What became of customers who began in the same month, in percent by their age in months.')
    .addOption(new Option('--by <month>', 'that of').choices(['first-order', 'arrival']).default('first-order'))
    .addOption(new Option('--of <figure>', 'what is shown').choices(['kept', 'ordering']).default('kept'))
    .option('--to <month>', 'the last month')
    .action((_options: unknown, command: Command) =>
      answer<Cohorts>(command, terminal, {
        path: '/lifecycle/cohorts',
        query: queryOf(command, ['by', 'to']),
        lines: (cohorts) => cohortLines(cohorts, `${command.optsWithGlobals<Options>().of}Percent`),
      }),
    );
  add('retention', 'How long customers stay, by Kaplan and Meier.')
    .option('--at <time>', 'up to when customers are followed')
    .option('--from <month>', 'only those who arrived in this month or later')
    .option('--to <month>', 'only those who arrived in this month or earlier')
    .option('--tier <tier>', 'only those of a tier')
    .action((_options: unknown, command: Command) =>
      answer<Retention>(command, terminal, {
        path: '/lifecycle/retention',
        query: queryOf(command, ['at', 'from', 'to', 'tier']),
        lines: retentionLines,
      }),
    );
}

async function answer<Answer>(command: Command, terminal: Terminal, question: Question<Answer>): Promise<void> {
  const { path, query, lines } = question;
  const options = command.optsWithGlobals<Options>();
  const api = await connectApi(settingsOf(command));
  if (await saveTables(api, `${path}/table`, query, options, terminal)) return;
  printed(terminal, options.json, await api.get<Answer>(path, query), lines);
}

async function list(command: Command, terminal: Terminal): Promise<void> {
  const options = command.optsWithGlobals<Options>();
  const filter = queryOf(command, ['stage', 'band', 'tier']);
  const api = await connectApi(settingsOf(command));
  if (await saveTables(api, '/lifecycle/customers/table', filter, options, terminal)) return;
  const query = { ...filter, ...queryOf(command, ['limit', 'cursor']) };
  const page = await api.get<Page<StagedCustomer>>('/lifecycle/customers', query);
  printed(terminal, options.json, page, ({ items }) => customerLines(items, options.words));
  if (!options.json && page.next !== undefined) terminal.note(terminal.colours.dim(`More with --cursor ${page.next}`));
}

async function why(customerId: string, command: Command, terminal: Terminal): Promise<void> {
  const { json, words } = command.optsWithGlobals<Options>();
  const api = await connectApi(settingsOf(command));
  const found = await api.get<CustomerLifecycle>(`/customers/${encodeURIComponent(customerId)}/lifecycle`);
  printed(terminal, json, found, (customer) => whyLines(customer, words));
}

function queryOf(command: Command, names: readonly string[]): Query {
  const options = command.optsWithGlobals<Readonly<Record<string, unknown>>>();
  return Object.fromEntries(names.map((name) => [name, typeof options[name] === 'string' ? options[name] : undefined]));
}

const EXAMPLES = `
Examples:
  $ tenure lifecycle                                      the board of stages
  $ tenure lifecycle customers --stage churn-warning --tier A
  $ tenure lifecycle why 12347 --words zh
  $ tenure lifecycle flows --from 2011-01 --to 2011-12
  $ tenure lifecycle cohorts --of ordering --xlsx cohorts.xlsx`;
