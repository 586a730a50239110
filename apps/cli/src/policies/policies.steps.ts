import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { connectApi, type ApiClient } from '../api.client';
import { CliFailure } from '../cli-failure.error';
import { settingsOf } from '../command.settings';
import type { Terminal } from '../terminal';
import { printed } from './policies.print';
import type { Comparison, Policy } from './policies.answers';
import { comparisonLines } from './policies.text';

interface StepOptions {
  readonly by: string;
  readonly from?: string;
  readonly draft?: string;
  readonly json?: boolean;
}

/** The steps of a policy's life, each with its author. */
export function describeSteps(policies: Command, terminal: Terminal): void {
  step(
    policies,
    'draft <file>',
    'Set a file down as the next version of its policy, in place of the draft there may be.',
  )
    .addHelpText(
      'after',
      '\nThe file is JSON: { policyId, kind, title, description, content }.\n\nExamples:\n  $ tenure policies draft value-tier.policy.json --by anna',
    )
    .action(async (file: string, _options: unknown, command: Command) => {
      const { by, json } = command.optsWithGlobals<StepOptions>();
      const { policyId, kind, title, description, content } = await policyIn(file);
      const api = await connectApi(settingsOf(command));
      const version = await nextVersion(api, policyId);
      const body = { kind, title, description, content, version, by };
      const answer = await take(api, policyId, 'drafts', body);
      printed(terminal, json, answer, () => [
        `Version ${version} of ${policyId} is drafted. What it would change: tenure policies compare ${policyId} --by ${by}`,
      ]);
    });
  step(
    policies,
    'compare <policy-id>',
    "What the draft would change today; that you looked becomes a part of the policy's history.",
  ).action(async (policyId: string, _options: unknown, command: Command) => {
    const { by, json } = command.optsWithGlobals<StepOptions>();
    const api = await connectApi(settingsOf(command));
    const version = await draftVersion(api, policyId);
    printed(terminal, json, await take<Comparison>(api, policyId, 'compare', { version, by }), comparisonLines);
  });
  step(
    policies,
    'publish <policy-id>',
    'Make the draft a version that holds from a moment on. It can not be changed afterwards.',
  )
    .requiredOption('--from <moment>', 'in force from here, such as 2027-01-01T00:00:00+08:00')
    .option('--draft <fingerprint>', 'of the draft that you mean: publishes no other')
    .addHelpText(
      'after',
      '\nExamples:\n  $ tenure policies publish value-tier --by anna --from 2027-01-01T00:00:00+08:00',
    )
    .action(async (policyId: string, _options: unknown, command: Command) => {
      const { by, from: effectiveFrom, draft: draftFingerprint, json } = command.optsWithGlobals<StepOptions>();
      const api = await connectApi(settingsOf(command));
      const version = await draftVersion(api, policyId);
      const answer = await take(api, policyId, 'publish', { version, by, effectiveFrom, draftFingerprint });
      printed(terminal, json, answer, () => [
        `Version ${version} of ${policyId} is in force from ${effectiveFrom ?? ''}.`,
      ]);
    });
  step(policies, 'discard <policy-id>', 'Throw the draft away.').action(
    async (policyId: string, _options: unknown, command: Command) => {
      const { by, json } = command.optsWithGlobals<StepOptions>();
      const api = await connectApi(settingsOf(command));
      const version = await draftVersion(api, policyId);
      const answer = await take(api, policyId, 'discard', { version, by });
      printed(terminal, json, answer, () => [`The draft of version ${version} of ${policyId} is gone.`]);
    },
  );
}

const step = (policies: Command, name: string, description: string): Command =>
  policies.command(name).description(description).requiredOption('--by <person>', 'who does it');

const take = <Answer>(api: ApiClient, policyId: string, action: string, body: object): Promise<Answer> =>
  api.post<Answer>(`${pathOf(policyId)}/${action}`, JSON.stringify(body));

const pathOf = (policyId: string): string => `/policies/${encodeURIComponent(policyId)}`;

async function nextVersion(api: ApiClient, policyId: string): Promise<number> {
  const known = await api.find<Policy>(pathOf(policyId));
  return known?.nextVersion ?? 1;
}

async function draftVersion(api: ApiClient, policyId: string): Promise<number> {
  const { draft } = await api.get<Policy>(pathOf(policyId));
  if (draft) return draft.version;
  throw new CliFailure(`There is no draft of ${policyId}: tenure policies draft <file>`);
}

type PolicyFile = Readonly<Record<'kind' | 'title' | 'description' | 'content', unknown>> & {
  readonly policyId: string;
};

async function policyIn(path: string): Promise<PolicyFile> {
  const file = parsed(
    path,
    await readFile(path, 'utf8').catch((cause: unknown) => failed(`${path} can't be read`, cause)),
  );
  if (isPolicyFile(file)) return file;
  throw new CliFailure(`${path} has no policyId`);
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    return failed(`${path} is not JSON`, cause);
  }
}

function failed(message: string, cause: unknown): never {
  throw new CliFailure(message, { cause });
}

const isPolicyFile = (file: unknown): file is PolicyFile =>
  typeof file === 'object' && file !== null && 'policyId' in file && typeof file.policyId === 'string';
