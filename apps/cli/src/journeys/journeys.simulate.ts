import type { Command } from 'commander';
import { connectApi } from '../api.client';
import { settingsOf } from '../command.settings';
import { printed } from '../policies/policies.print';
import { shown } from '../queries/answer.text';
import type { Terminal } from '../terminal';
import { textTable } from '../text.table';
import { counted } from './journeys.text';

interface Options {
  readonly from?: string;
  readonly until?: string;
  readonly onlyVersion?: string;
  readonly json?: boolean;
}

export function describeSimulation(journeys: Command, terminal: Terminal): void {
  journeys
    .command('simulate <journey-id>')
    .description('Whom a journey would have reached and when: its draft, or a published version. Nothing is sent.')
    .option('--from <moment>', 'entries from here on; a year before the end unless given')
    .option('--until <moment>', 'excluded; now unless given')
    .option('--only-version <number>', 'a version; the draft unless given, else the newest one')
    .addHelpText('after', '\nExamples:\n  $ tenure journeys simulate journey-churn-warning --from 2011-06-01T00:00:00Z')
    .action(async (journeyId: string, _options: unknown, command: Command) => {
      const { from, until, onlyVersion, json } = command.optsWithGlobals<Options>();
      const version = onlyVersion === undefined ? undefined : Number(onlyVersion);
      const api = await connectApi(settingsOf(command));
      const path = `/journeys/${encodeURIComponent(journeyId)}/simulate`;
      const answer = await api.post<Simulation>(path, JSON.stringify({ from, until, version }));
      printed(terminal, json, answer, simulationLines);
    });
}

type Counts = Readonly<Record<string, number>>;

interface Step {
  readonly stepId: string;
  readonly kind: string;
  readonly taken: number;
  readonly suppressed: Counts;
}

interface Month {
  readonly month: string;
  readonly entered: number;
  readonly sent: number;
  readonly tasks: number;
  readonly suppressed: number;
}

interface Simulation {
  readonly journeyId: string;
  readonly version: number;
  readonly isDraft: boolean;
  readonly from: string;
  readonly until: string;
  readonly customers: number;
  readonly reached: number;
  readonly entered: Counts;
  readonly refused: Counts;
  readonly ended: Counts;
  readonly steps: readonly Step[];
  readonly months: readonly Month[];
}

function simulationLines(simulation: Simulation): readonly string[] {
  const { journeyId, version, isDraft, from, until, customers, reached, entered, refused, ended } = simulation;
  return [
    `${shown(journeyId)}, version ${version}${isDraft ? ' (a draft)' : ''}, from ${from} until ${until}`,
    `Would have reached ${reached} of ${customers} customers. Entries: ${counted(entered)}`,
    `Refused: ${counted(refused)}. Ended: ${counted(ended)}`,
    '',
    ...textTable(STEPS, simulation.steps),
    '',
    ...textTable(MONTHS, simulation.months),
  ];
}

const STEPS = [
  { title: 'STEP', value: ({ stepId }: Step) => shown(stepId) },
  { title: 'KIND', value: ({ kind }: Step) => kind },
  { title: 'TAKEN', value: ({ taken }: Step) => `${taken}` },
  { title: 'NOTHING SENT', value: ({ suppressed }: Step) => counted(suppressed) },
];

const MONTHS = [
  { title: 'MONTH', value: ({ month }: Month) => month },
  { title: 'ENTERED', value: ({ entered }: Month) => `${entered}` },
  { title: 'SENT', value: ({ sent }: Month) => `${sent}` },
  { title: 'TASKS', value: ({ tasks }: Month) => `${tasks}` },
  { title: 'NOTHING SENT', value: ({ suppressed }: Month) => `${suppressed}` },
];
