import type { Command } from 'commander';
import { connectApi } from '../api.client';
import { CliFailure } from '../cli-failure.error';
import { settingsOf } from '../command.settings';
import type { Terminal } from '../terminal';
import type { ListedPolicy, Policy, PolicyVersion } from './policies.answers';
import { printed } from './policies.print';
import { describeSteps } from './policies.steps';
import { listLines, policyLines, versionLines } from './policies.text';

interface ListOptions {
  readonly kind?: string;
  readonly at?: string;
  readonly json?: boolean;
}

export function describePolicies(program: Command, terminal: Terminal): void {
  const policies = program
    .command('policies')
    .description('Show the rules that customers and cases are judged by, and take a rule from draft to publication.')
    .option('--kind <kind>', 'only those of a kind, such as service-standard')
    .option('--at <moment>', 'in force at a moment, such as 2024-05-01T00:00:00+08:00')
    .option('--url <address>', 'API to ask (setting TENURE_URL)')
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', EXAMPLES)
    .action((_options: unknown, command: Command) => list(command, terminal));
  policies
    .command('list')
    .description('The same as without a word behind it.')
    .action((_options: unknown, command: Command) => list(command, terminal));
  policies
    .command('show <policy-id>')
    .description('What a policy says, what its draft says, and who did what when.')
    .option('--only-version <number>', 'one published version alone')
    .addHelpText('after', '\nExamples:\n  $ tenure policies show service-standard')
    .action((policyId: string, _options: unknown, command: Command) => show(policyId, command, terminal));
  describeSteps(policies, terminal);
}

async function list(command: Command, terminal: Terminal): Promise<void> {
  const { kind, at, json } = command.optsWithGlobals<ListOptions>();
  const policies = await (
    await connectApi(settingsOf(command))
  ).get<readonly ListedPolicy[]>('/policies', { kind, at });
  printed(terminal, json, policies, listLines);
}

interface ShowOptions extends ListOptions {
  readonly onlyVersion?: string;
}

async function show(policyId: string, command: Command, terminal: Terminal): Promise<void> {
  const { at, onlyVersion: version, json } = command.optsWithGlobals<ShowOptions>();
  const api = await connectApi(settingsOf(command));
  const path = `/policies/${encodeURIComponent(policyId)}`;
  if (version === undefined) return printed(terminal, json, await api.get<Policy>(path, { at }), policyLines);
  const versions = await api.get<readonly PolicyVersion[]>(`${path}/versions`);
  const found = versions.find((one) => `${one.version}` === version);
  if (!found) throw new CliFailure(`Of ${policyId} there are the versions 1 to ${versions.length}`);
  printed(terminal, json, found, versionLines);
}

const EXAMPLES = `
Examples:
  $ tenure policies --kind calendar
  $ tenure policies show value-tier
  $ tenure policies draft value-tier.policy.json --by anna
  $ tenure policies compare value-tier --by anna
  $ tenure policies publish value-tier --by anna --from 2027-01-01T00:00:00+08:00`;
