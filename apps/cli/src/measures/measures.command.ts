import { Option, type Command } from 'commander';
import { connectApi } from '../api.client';
import { settingsOf } from '../command.settings';
import { printed } from '../policies/policies.print';
import type { Page } from '../queries/page.reader';
import { describeTrace } from '../report/trace.command';
import { saveTables, withTableFiles, type TableFileOptions } from '../standards/table.file';
import type { Terminal } from '../terminal';
import type { ListedMeasure, Measure } from './measures.answers';
import { describeMeasureMoney } from './measures.money';
import { describeSimulatedMeasure } from './measures.simulate';
import { describeMeasureSteps } from './measures.steps';
import { measureDetails, measureLines } from './measures.text';

interface Options extends TableFileOptions {
  readonly owner?: string;
  readonly problem?: string;
  readonly stage?: string;
  readonly verdict?: string;
  readonly overdue?: boolean;
  readonly asOf?: string;
  readonly limit: string;
  readonly cursor?: string;
  readonly json?: boolean;
}

const STAGES = ['planned', 'committed', 'started', 'completed', 'abandoned'];
const VERDICTS = ['effective', 'not-effective', 'not-enough-data'];

export function describeMeasures(program: Command, terminal: Terminal): void {
  const measures = program
    .command('measures')
    .description('Show the board of measures, overdue and verified; plan, commit to, start, report, spend, announce.')
    .option('--owner <person>', 'only those of a person')
    .option('--problem <id>', 'only those against a problem')
    .addOption(new Option('--stage <stage>', 'only those').choices(STAGES))
    .addOption(new Option('--verdict <verdict>', 'only those').choices(VERDICTS))
    .option('--overdue', 'only those that are past their last day')
    .option('--limit <number>', 'how many to list', '50')
    .option('--cursor <text>', 'where the list before ended')
    .option('--url <address>', 'API to ask (setting TENURE_URL)')
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', EXAMPLES)
    .action((_options: unknown, command: Command) => list(command, terminal));
  withTableFiles(measures);
  measures
    .command('list')
    .description('The same as without a word behind it.')
    .action((_options: unknown, command: Command) => list(command, terminal));
  measures
    .command('show <measure-id>')
    .description('Plan, commitment, progress, money, and what it was worth.')
    .option('--as-of <time>', 'what was known at a time; now unless given')
    .action((measureId: string, _options: unknown, command: Command) => show(measureId, command, terminal));
  describeMeasureSteps(measures, terminal);
  describeSimulatedMeasure(measures, terminal);
  describeMeasureMoney(measures, terminal);
  describeTrace(measures, '/measures', terminal);
}

async function list(command: Command, terminal: Terminal): Promise<void> {
  const options = command.optsWithGlobals<Options>();
  const { owner, problem: problemId, stage, verdict, overdue, limit, cursor, json } = options;
  const filter = { owner, problemId, stage, verdict, overdue: overdue ? 'true' : undefined };
  const api = await connectApi(settingsOf(command));
  if (await saveTables(api, '/measures/table', filter, options, terminal)) return;
  const page = await api.get<Page<ListedMeasure>>('/measures', { ...filter, limit, cursor });
  printed(terminal, json, page, ({ items }) => measureLines(items));
  if (!json && page.next !== undefined) terminal.note(terminal.colours.dim(`More with --cursor ${page.next}`));
}

async function show(measureId: string, command: Command, terminal: Terminal): Promise<void> {
  const { asOf, json } = command.optsWithGlobals<Options>();
  const api = await connectApi(settingsOf(command));
  const measure = await api.get<Measure>(`/measures/${encodeURIComponent(measureId)}`, { asOf });
  printed(terminal, json, measure, measureDetails);
}

const EXAMPLES = `
Examples:
  $ tenure measures --overdue
  $ tenure measures plan second-carrier.measure.json --by wang
  $ tenure measures simulate second-carrier.measure.json
  $ tenure measures show second-carrier
  $ tenure measures commit second-carrier --by anna
  $ tenure measures start second-carrier --by anna
  $ tenure measures progress second-carrier 40 --note "Contract signed" --by anna
  $ tenure measures spend second-carrier fee-1 700000 --currency CNY --for "First fee" --by anna
  $ tenure measures announce second-carrier --by anna
  $ tenure measures standard second-carrier service-standard --by wang
  $ tenure measures --xlsx measures.xlsx --language zh`;
