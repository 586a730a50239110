import type { Command } from 'commander';
import { connectApi } from '../api.client';
import { settingsOf } from '../command.settings';
import { planIn } from '../measures/measures.steps';
import { printed } from '../policies/policies.print';
import { record, withAuthor } from '../problems/recorded.step';
import type { Terminal } from '../terminal';
import type { Goal, GoalDetails } from './goals.answers';
import { goalDetailLines, goalLines } from './goals.text';

interface Options {
  readonly asOf?: string;
  readonly json?: boolean;
}

export function describeGoals(program: Command, terminal: Terminal): void {
  const goals = program
    .command('goals')
    .description('Show where goals stand by their own straight line; set, move and give them up.')
    .option('--as-of <time>', 'as they stood then')
    .option('--url <address>', 'API to ask (setting TENURE_URL)')
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', EXAMPLES)
    .action((_options: unknown, command: Command) => list(command, terminal));
  goals
    .command('list')
    .description('The same as without a word behind it.')
    .action((_options: unknown, command: Command) => list(command, terminal));
  goals
    .command('show <goal-id>')
    .description('Where a goal stands, and how it came there.')
    .action((goalId: string, _options: unknown, command: Command) => show(goalId, command, terminal));
  describeSteps(goals, terminal);
}

function describeSteps(goals: Command, terminal: Terminal): void {
  withAuthor(goals.command('set <file>'))
    .description('Set a goal that stands in a JSON file: metric, from where to where, by when, whose.')
    .action((file: string, _options: unknown, command: Command) => set(file, command, terminal));
  withAuthor(goals.command('move <goal-id>'))
    .description('Move its target and its date.')
    .requiredOption('--target <number>', 'what the metric is to be', Number)
    .requiredOption('--due <time>', 'by when')
    .requiredOption('--reason <text>', 'why')
    .action((goalId: string, { target, due: dueAt, reason: why }: MoveOptions, command: Command) => {
      const sentence = `${goalId} is to be at ${target} by ${dueAt}.`;
      return record(command, terminal, { path: stepOf(goalId, 'target'), body: { target, dueAt, why }, sentence });
    });
  withAuthor(goals.command('give-up <goal-id>'))
    .description('Give it up.')
    .requiredOption('--reason <text>', 'why')
    .action((goalId: string, { reason: why }: { reason: string }, command: Command) =>
      record(command, terminal, {
        path: stepOf(goalId, 'abandonment'),
        body: { why },
        sentence: `${goalId} is given up.`,
      }),
    );
}

interface MoveOptions {
  readonly target: number;
  readonly due: string;
  readonly reason: string;
}

async function list(command: Command, terminal: Terminal): Promise<void> {
  const { asOf, json } = command.optsWithGlobals<Options>();
  const api = await connectApi(settingsOf(command));
  printed(terminal, json, await api.get<readonly Goal[]>('/goals', { asOf }), goalLines);
}

async function show(goalId: string, command: Command, terminal: Terminal): Promise<void> {
  const { asOf, json } = command.optsWithGlobals<Options>();
  const api = await connectApi(settingsOf(command));
  const goal = await api.get<GoalDetails>(`/goals/${encodeURIComponent(goalId)}`, { asOf });
  printed(terminal, json, goal, goalDetailLines);
}

async function set(file: string, command: Command, terminal: Terminal): Promise<void> {
  const goal: Readonly<Record<string, unknown>> = { ...(await planIn(file)) };
  const sentence = `The goal ${String(goal['goalId'])} is set.`;
  await record(command, terminal, { path: '/goals', body: goal, sentence });
}

const stepOf = (goalId: string, step: string): string => `/goals/${encodeURIComponent(goalId)}/${step}`;

const EXAMPLES = `
Examples:
  $ tenure goals
  $ tenure goals set satisfaction.goal.json --by anna
  $ tenure goals show satisfaction --as-of 2018-03-01T00:00:00-03:00
  $ tenure goals move satisfaction --target 90 --due 2019-01-01T00:00:00-02:00 --reason "Reached early" --by anna`;
