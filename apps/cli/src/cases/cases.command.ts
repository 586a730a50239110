import { Option, type Command } from 'commander';
import { connectApi } from '../api.client';
import { settingsOf } from '../command.settings';
import { describeTrace } from '../report/trace.command';
import type { Page } from '../queries/page.reader';
import { saveTables, withTableFiles, type TableFileOptions } from '../standards/table.file';
import type { Terminal } from '../terminal';
import type { ClockHistory, QueuedCase, Step } from './cases.answers';
import { caseLines, queueLines } from './cases.text';

interface Options extends TableFileOptions {
  readonly owner?: string;
  readonly tier?: string;
  readonly type?: string;
  readonly urgency?: string;
  readonly state?: string;
  readonly clock?: string;
  readonly limit: string;
  readonly cursor?: string;
  readonly json?: boolean;
}

export function describeCases(program: Command, terminal: Terminal): void {
  const cases = program
    .command('cases')
    .description('Show which cases wait for somebody, with the time left on each clock.')
    .option('--url <address>', 'API to ask (setting TENURE_URL)')
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', EXAMPLES);
  const list = cases
    .command('list', { isDefault: true })
    .description('The queue, what is due first at the top. As a file: one row a clock, those that are over as well.')
    .option('--owner <id>', 'only those of an owner')
    .option('--tier <tier>', 'only those of a tier')
    .option('--type <type>', 'only those of a type, such as complaint')
    .option('--urgency <urgency>', 'urgent or normal')
    .addOption(
      new Option('--state <state>', 'that of the clock which presses most').choices([
        'breached',
        'warning',
        'running',
        'paused',
        'met',
      ]),
    )
    .option('--clock <kind>', 'only those with such a clock, ordered by it, such as first-response')
    .option('--limit <number>', 'how many to list', '50')
    .option('--cursor <text>', 'where the list before ended')
    .action((_options: unknown, command: Command) => showQueue(command, terminal));
  withTableFiles(list);
  cases
    .command('show <case-id>')
    .description('The steps of a case, its clocks, and all that happened to them.')
    .action((caseId: string, _options: unknown, command: Command) => showCase(caseId, command, terminal));
  describeTrace(cases, '/complaints', terminal);
}

async function showQueue(command: Command, terminal: Terminal): Promise<void> {
  const options = command.optsWithGlobals<Options>();
  const { owner, tier, type: caseType, urgency, state, clock, limit, cursor, json } = options;
  const api = await connectApi(settingsOf(command));
  if (await saveTables(api, '/cases/clocks/table', { owner, tier, caseType, clock }, options, terminal)) return;
  const filter = { owner, tier, caseType, urgency, state, clock, limit, cursor };
  const page = await api.get<Page<QueuedCase>>('/cases/queue', filter);
  if (json) return terminal.print(JSON.stringify(page, undefined, 2));
  for (const line of queueLines(page.items)) terminal.print(line);
  if (page.next !== undefined) terminal.note(terminal.colours.dim(`More with --cursor ${page.next}`));
}

async function showCase(caseId: string, command: Command, terminal: Terminal): Promise<void> {
  const { json } = command.optsWithGlobals<Options>();
  const api = await connectApi(settingsOf(command));
  const id = encodeURIComponent(caseId);
  const steps = await api.get<readonly Step[]>(`/complaints/${id}/steps`);
  const history = await api.find<ClockHistory>(`/cases/${id}/clocks`);
  const answer = { caseId, steps, clocks: history?.clocks ?? [], events: history?.events ?? [] };
  for (const line of json ? [JSON.stringify(answer, undefined, 2)] : caseLines(answer)) terminal.print(line);
}

const EXAMPLES = `
Examples:
  $ tenure cases
  $ tenure cases list --owner anna --state breached
  $ tenure cases list --clock resolution --xlsx clocks.xlsx
  $ tenure cases show helpdesk-case-7`;
