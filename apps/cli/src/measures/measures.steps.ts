import { readFile } from 'node:fs/promises';
import { InvalidArgumentError, type Command } from 'commander';
import { connectApi } from '../api.client';
import { CliFailure } from '../cli-failure.error';
import { settingsOf } from '../command.settings';
import { record, withAuthor } from '../problems/recorded.step';
import type { Terminal } from '../terminal';
import type { Measure } from './measures.answers';

interface ReasonOptions {
  readonly reason: string;
}

/** What people do with a measure, each with its author. */
export function describeMeasureSteps(measures: Command, terminal: Terminal): void {
  withAuthor(measures.command('plan <file>'))
    .description('Set a plan down that stands in a JSON file: what, who, when, and what it will be judged by.')
    .action((file: string, _options: unknown, command: Command) => plan(file, command, terminal));
  withAuthor(measures.command('commit <measure-id>'))
    .description('Sign the plan as it is shown, which its owner alone can.')
    .option('--digest <hex>', 'of the plan that was read; of the one that there is unless given')
    .action((measureId: string, options: { digest?: string }, command: Command) =>
      commit(measureId, options.digest, command, terminal),
    );
  withAuthor(measures.command('start <measure-id>'))
    .description('Start it, before its effect is observed.')
    .action((measureId: string, _options: unknown, command: Command) =>
      record(command, terminal, { path: stepOf(measureId, 'start'), body: {}, sentence: `${measureId} has started.` }),
    );
  withAuthor(measures.command('progress <measure-id> <percent>'))
    .description('Report how far it has come.')
    .requiredOption('--note <text>', 'what was done')
    .action((measureId: string, percent: string, { note }: { note: string }, command: Command) => {
      const body = { percent: whole(percent), note };
      return record(command, terminal, {
        path: stepOf(measureId, 'progress'),
        body,
        sentence: `${measureId} is at ${percent}%.`,
      });
    });
  describeEnds(measures, terminal);
  describeStandard(measures, terminal);
}

function describeEnds(measures: Command, terminal: Terminal): void {
  withAuthor(measures.command('move <measure-id> <day>'))
    .description('Move its last day.')
    .requiredOption('--reason <text>', 'why')
    .action((measureId: string, dueOn: string, { reason: why }: ReasonOptions, command: Command) => {
      const sentence = `${measureId} is due on ${dueOn}.`;
      return record(command, terminal, { path: stepOf(measureId, 'due-date'), body: { dueOn, why }, sentence });
    });
  withAuthor(measures.command('announce <measure-id>'))
    .description('Tell the customers affected of the change, each once, before it takes effect.')
    .action((measureId: string, _options: unknown, command: Command) => {
      const sentence = `The customers affected by ${measureId} are told.`;
      return record(command, terminal, { path: stepOf(measureId, 'announcement'), body: {}, sentence });
    });
  withAuthor(measures.command('complete <measure-id>'))
    .description('Say that it is done.')
    .option('--note <text>', 'what was done')
    .action((measureId: string, { note }: { note?: string }, command: Command) =>
      record(command, terminal, {
        path: stepOf(measureId, 'completion'),
        body: { note },
        sentence: `${measureId} is done.`,
      }),
    );
  withAuthor(measures.command('abandon <measure-id>'))
    .description('Give it up.')
    .requiredOption('--reason <text>', 'why')
    .action((measureId: string, { reason: why }: ReasonOptions, command: Command) =>
      record(command, terminal, {
        path: stepOf(measureId, 'abandonment'),
        body: { why },
        sentence: `${measureId} is given up.`,
      }),
    );
}

function describeStandard(measures: Command, terminal: Terminal): void {
  withAuthor(measures.command('standard <measure-id> <policy-id>'))
    .description('Make what has helped the draft of a new version of a policy, which then is published like any other.')
    .option('--kind <kind>', 'of the policy', 'service-standard')
    .action((measureId: string, policyId: string, { kind }: { kind: string }, command: Command) => {
      const sentence = `${measureId} is the draft of a new version of ${policyId}: tenure policies show ${policyId}`;
      return record(command, terminal, { path: stepOf(measureId, 'standard'), body: { policyId, kind }, sentence });
    });
}

async function plan(file: string, command: Command, terminal: Terminal): Promise<void> {
  const body = await planIn(file);
  return record(command, terminal, { path: '/measures', body, sentence: `The plan of ${file} is set down.` });
}

async function commit(
  measureId: string,
  digest: string | undefined,
  command: Command,
  terminal: Terminal,
): Promise<void> {
  const api = await connectApi(settingsOf(command));
  const read = digest ?? (await api.get<Measure>(`/measures/${encodeURIComponent(measureId)}`)).digest;
  const sentence = `${measureId} is committed to, by the digest ${read}.`;
  return record(command, terminal, { path: stepOf(measureId, 'commitment'), body: { digest: read }, sentence });
}

/** A plan as a JSON object. Throws CliFailure. */
export async function planIn(file: string): Promise<object> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => failed(`${file} can't be read`, cause));
  try {
    const plan: unknown = JSON.parse(text);
    if (typeof plan === 'object' && plan !== null && !Array.isArray(plan)) return plan;
  } catch (cause) {
    return failed(`${file} is not JSON`, cause);
  }
  throw new CliFailure(`${file} has no JSON object in it`);
}

export const stepOf = (measureId: string, step: string): string => `/measures/${encodeURIComponent(measureId)}/${step}`;

function failed(message: string, cause: unknown): never {
  throw new CliFailure(message, { cause });
}

export function whole(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It is a whole number, such as 40.');
}
