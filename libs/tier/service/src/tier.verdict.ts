import type { CommandContext } from '@tenure/kernel';
import { JudgeTier } from '@tenure/tier-contract';
import type { TierVerdict } from '@tenure/tier-core';

export function toCommand({ customerId, policyId, policyVersion, tier, inputs, reasons, at }: TierVerdict): JudgeTier {
  const fields = { customerId, policyId, policyVersion, tier, inputs, reasons, occurredAt: at };
  return Object.assign(new JudgeTier(), fields);
}

/** The same verdict has the same command id, whichever instance sends it and however often. */
export function toContext({ customerId, policyId, policyVersion, at, cause }: TierVerdict): CommandContext {
  const commandId = `judge-tier:${customerId}:${cause}:${policyId}.${policyVersion}:${at}`;
  const byEvent = cause === 'time' ? {} : { causationId: cause };
  return { commandId, correlationId: commandId, ...byEvent, actor: `policy:${policyId}`, source: 'tier-automation' };
}
