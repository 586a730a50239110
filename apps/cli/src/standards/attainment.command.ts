import { Option, type Command } from 'commander';
import { connectApi } from '../api.client';
import { settingsOf } from '../command.settings';
import { shown } from '../queries/answer.text';
import type { Terminal } from '../terminal';
import { textTable, type Column } from '../text.table';
import { saveTables, withTableFiles, type TableFileOptions } from './table.file';

interface Options extends TableFileOptions {
  readonly by: string;
  readonly month?: string;
  readonly from?: string;
  readonly to?: string;
  readonly clock?: string;
  readonly tier?: string;
  readonly owner?: string;
  readonly type?: string;
  readonly policy: string;
  readonly view: string;
  readonly json?: boolean;
}

export function describeAttainment(standards: Command, terminal: Terminal): void {
  const attainment = standards
    .command('attainment')
    .description('How often what was promised was kept: met ÷ (met + breached). An open breach counts.')
    .option('--by <dimensions>', 'some of kind, tier, owner, caseType, month, policyId', 'kind')
    .option('--month <month>', 'only what was decided in a month, such as 2013-07')
    .option('--from <month>', 'only what was decided in this month or later')
    .option('--to <month>', 'only what was decided in this month or before')
    .option('--clock <kind>', 'only clocks of a kind, such as resolution')
    .option('--tier <tier>', 'only those of a tier')
    .option('--owner <id>', 'only those of an owner')
    .option('--type <type>', 'only those of a type of case, such as complaint')
    .addOption(
      new Option('--view <view>', 'as judged then, restated under today’s policies, or both')
        .choices(['judged', 'restated', 'both'])
        .default('judged'),
    )
    .option('--url <address>', 'API to ask (setting TENURE_URL)')
    .option('--json', 'print the answer as JSON')
    .action((_options: unknown, command: Command) => show(command, terminal));
  withTableFiles(attainment);
}

async function show(command: Command, terminal: Terminal): Promise<void> {
  const options = command.optsWithGlobals<Options>();
  const api = await connectApi(settingsOf(command));
  const query = queryOf(options, command);
  if (await saveTables(api, '/standards/attainment/table', query, options, terminal)) return;
  const answer = await api.get<Attainment>('/standards/attainment', query);
  for (const line of options.json ? [JSON.stringify(answer, undefined, 2)] : attainmentLines(answer)) {
    terminal.print(line);
  }
}

function queryOf({ by, month, from, to, clock, tier, owner, type: caseType, policy, view }: Options, command: Command) {
  // The default is that of the matrix; attainment is told of all standards unless one is named.
  const isNamed = command.parent?.getOptionValueSource('policy') === 'cli';
  const months = { from: month ?? from, to: month ?? to };
  return { by, ...months, clock, tier, owner, caseType, view, policyId: isNamed ? policy : undefined };
}

interface Figures {
  readonly met: number;
  readonly breached: number;
  readonly attained: number;
}

interface Twice {
  readonly judged: Figures | null;
  readonly restated: Figures | null;
  readonly difference: Figures | null;
}

interface Group extends Twice {
  readonly group: Readonly<Record<string, string | null>>;
}

interface Attainment {
  readonly by: readonly string[];
  readonly view: 'judged' | 'restated' | 'both';
  readonly asOf: string;
  readonly groups: readonly Group[];
  readonly total: Twice;
}

function attainmentLines({ by, view, groups, total }: Attainment): readonly string[] {
  const dimensions: Column<Group>[] = by.map((name) => ({
    title: name.toUpperCase(),
    value: ({ group }) => shown(group[name]),
  }));
  const views = view === 'both' ? (['judged', 'restated'] as const) : ([view] as const);
  const figures = views.flatMap((name) => figureColumns(name, view === 'both'));
  const columns = [...dimensions, ...figures, ...(view === 'both' ? [DIFFERENCE] : [])];
  const [first, ...others] = by;
  const all = { ...total, group: { ...Object.fromEntries(others.map((name) => [name, null])), [first ?? '']: 'all' } };
  return textTable(columns, groups.length === 0 ? [] : [...groups, all]);
}

const figureColumns = (view: 'judged' | 'restated', isBoth: boolean): Column<Group>[] => [
  { title: isBoth ? `${view.toUpperCase()} MET` : 'MET', value: (row) => shown(row[view]?.met), alignRight: true },
  { title: 'BREACHED', value: (row) => shown(row[view]?.breached), alignRight: true },
  { title: 'ATTAINED', value: (row) => percent(row[view]?.attained), alignRight: true },
];

const DIFFERENCE: Column<Group> = {
  title: 'DIFFERENCE',
  value: ({ difference }) =>
    difference ? `${difference.attained < 0 ? '' : '+'}${percent(difference.attained)}` : '–',
  alignRight: true,
};

const percent = (share: number | undefined): string => (share === undefined ? '–' : `${(100 * share).toFixed(1)} %`);
