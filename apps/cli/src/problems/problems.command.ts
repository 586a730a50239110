import { Option, type Command } from 'commander';
import { connectApi } from '../api.client';
import { settingsOf } from '../command.settings';
import { printed } from '../policies/policies.print';
import type { Page } from '../queries/page.reader';
import { describeTrace } from '../report/trace.command';
import type { Terminal } from '../terminal';
import type { ListedProblem, Problem } from './problems.answers';
import { describeProblemSteps } from './problems.steps';
import { problemDetails, problemLines } from './problems.text';

interface Options {
  readonly status?: string;
  readonly priority?: string;
  readonly theme?: string;
  readonly product?: string;
  readonly asOf?: string;
  readonly limit: string;
  readonly cursor?: string;
  readonly json?: boolean;
}

export function describeProblems(program: Command, terminal: Terminal): void {
  const problems = program
    .command('problems')
    .description('Show problems, what they were found by and what comes first; ask why, estimate, dismiss, open again.')
    .addOption(new Option('--status <status>', 'only those').choices(['open', 'solved', 'dismissed']))
    .addOption(new Option('--priority <priority>', 'only those').choices(['P0', 'P1', 'P2', 'backlog']))
    .option('--theme <id>', 'only those of complaints on a theme')
    .option('--product <name>', 'only those of complaints on a product')
    .option('--limit <number>', 'how many to list', '50')
    .option('--cursor <text>', 'where the list before ended')
    .option('--url <address>', 'API to ask (setting TENURE_URL)')
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', EXAMPLES)
    .action((_options: unknown, command: Command) => list(command, terminal));
  problems
    .command('list')
    .description('The same as without a word behind it.')
    .action((_options: unknown, command: Command) => list(command, terminal));
  problems
    .command('show <problem-id>')
    .description('Evidence, 5-Whys, priority and why, and the measures against it.')
    .option('--as-of <time>', 'what was known at a time; now unless given')
    .action((problemId: string, _options: unknown, command: Command) => show(problemId, command, terminal));
  describeProblemSteps(problems, terminal);
  describeTrace(problems, '/problems', terminal);
}

async function list(command: Command, terminal: Terminal): Promise<void> {
  const { status, priority, theme: themeId, product, limit, cursor, json } = command.optsWithGlobals<Options>();
  const api = await connectApi(settingsOf(command));
  const query = { status, priority, themeId, product, limit, cursor };
  const page = await api.get<Page<ListedProblem>>('/problems', query);
  printed(terminal, json, page, ({ items }) => problemLines(items));
  if (!json && page.next !== undefined) terminal.note(terminal.colours.dim(`More with --cursor ${page.next}`));
}

async function show(problemId: string, command: Command, terminal: Terminal): Promise<void> {
  const { asOf, json } = command.optsWithGlobals<Options>();
  const api = await connectApi(settingsOf(command));
  const problem = await api.get<Problem>(`/problems/${encodeURIComponent(problemId)}`, { asOf });
  printed(terminal, json, problem, problemDetails);
}

const EXAMPLES = `
Examples:
  $ tenure problems --status open --priority P0
  $ tenure problems show late-delivery
  $ tenure problems open late-2024 --zh 交付延迟 --en "Late delivery" --theme late-delivery --since 2024-04-01T00:00:00+08:00 --by wang
  $ tenure problems why late-2024 w1 "The carrier picks up once a day" --category process --by wang
  $ tenure problems why late-2024 w2 "Nobody has asked for more" --because w1 --category resources --root --evidence complaint:c-1 --by wang
  $ tenure problems effort late-2024 5 --by wang
  $ tenure problems dismiss late-2024 --reason "the same" --same-as late-2023 --by wang`;
