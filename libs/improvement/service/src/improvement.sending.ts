import type { CommandContext, Outcome } from '@tenure/kernel';
import type { Command } from '@tenure/shared-contract';

/** Puts a command on the bus; resolves once its outcome is durable. */
export type SendImprovementCommand = (command: Command, context: CommandContext) => Promise<Outcome>;

/**
 * Sends what follows from an event or from time, under an id that does too, so that it is carried out once. A refusal is told
 * and passed over: tried again it would be refused again.
 */
export async function sendOrTell(
  send: SendImprovementCommand,
  command: Command,
  { commandId, causationId }: { readonly commandId: string; readonly causationId?: string },
  onRefused: (error: Error) => void,
): Promise<void> {
  const by = { actor: 'tenure', source: 'improvement-automation' };
  const context = { commandId, correlationId: commandId, ...(causationId !== undefined && { causationId }), ...by };
  const outcome = await send(command, context);
  if (outcome.status !== 'rejected') return;
  onRefused(new Error(`${command.type} on ${outcome.stream} was refused: ${outcome.code}, ${outcome.detail ?? ''}`));
}
