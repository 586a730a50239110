import { randomUUID } from 'node:crypto';
import type { CommandCatalogue, CommandSender } from '@tenure/commands';
import type { PolicyBook } from '@tenure/policy-contract';
import { defaultPolicies } from './default.policies';
import type { PolicyFile } from './policy.file';

export interface PolicyPublisher {
  readonly catalogue: CommandCatalogue;
  readonly sender: CommandSender;
  readonly policies: PolicyBook;
}

/** A policy of the platform's own was refused: a defect of what it came with. */
export class PolicyRefusedError extends Error {
  override readonly name = 'PolicyRefusedError';
}

/** The author of what the platform does by itself. */
const PLATFORM = 'tenure';

/** Publishes what the platform comes with and nobody has published yet; `now` is ISO 8601. Several may do so at once. */
export async function publishDefaultPolicies(publisher: PolicyPublisher, now: string): Promise<void> {
  for (const file of await defaultPolicies()) await publishWhereAbsent(publisher, [file], now);
}

/** Publishes the versions of one policy, the oldest first, that are not there yet. */
export async function publishWhereAbsent(
  publisher: PolicyPublisher,
  versions: readonly PolicyFile[],
  now: string,
): Promise<void> {
  for (const [index, file] of versions.entries()) {
    if (!(await isPublished(publisher, file, index + 1))) await publish(publisher, file, index + 1, now);
  }
}

const isPublished = async (
  { policies }: PolicyPublisher,
  { kind, policyId }: PolicyFile,
  version: number,
): Promise<boolean> => (await policies.versions(kind, policyId)).length >= version;

async function publish(publisher: PolicyPublisher, file: PolicyFile, version: number, now: string): Promise<void> {
  const { effectiveFrom, ...drafted } = file;
  const step = { policyId: file.policyId, version, by: PLATFORM, occurredAt: now };
  await send(publisher, file, 'DraftPolicy', { ...drafted, ...step });
  const publication = { ...step, effectiveFrom };
  await send(publisher, file, 'PublishPolicy', publication);
}

async function send(
  publisher: PolicyPublisher,
  file: PolicyFile,
  type: string,
  payload: object & { readonly version: number },
): Promise<void> {
  const commandId = randomUUID();
  const context = { commandId, correlationId: commandId, actor: PLATFORM, source: 'policy-defaults' };
  const outcome = await publisher.sender.send(publisher.catalogue.parse(type, payload), context);
  // Another instance, perhaps of another release, may have been quicker: what it has published is as good.
  if (outcome.status !== 'rejected' || (await isPublished(publisher, file, payload.version))) return;
  throw new PolicyRefusedError(`${type} of ${file.policyId} was refused: ${outcome.code} ${outcome.detail ?? ''}`);
}
