import { randomUUID } from 'node:crypto';
import type { CommandSender } from '@tenure/commands';
import { PublishTierPolicy } from '@tenure/tier-contract';
import { defaultTierPolicy } from '@tenure/tier-core';

/** Publishes the policy that judges where no other does; where it is published already nothing changes. `now` is ISO 8601. */
export async function publishDefaultTierPolicy(sender: CommandSender, now: string): Promise<void> {
  const command = Object.assign(new PublishTierPolicy(), { ...defaultTierPolicy, occurredAt: now });
  const commandId = randomUUID();
  const context = { commandId, correlationId: commandId, actor: 'tenure', source: 'tier-automation' };
  const outcome = await sender.send(command, context);
  if (outcome.status === 'rejected') throw new Error(`The default tier policy was refused: ${outcome.code}`);
}
