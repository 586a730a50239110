import type { CommandApplication } from '@tenure/composition';
import type { Outcome } from '@tenure/kernel';

/** What becomes of a command whose id is made of its content: the same one sent again is known. */
export function send(
  { catalogue, sender }: CommandApplication,
  type: string,
  payload: object,
  occurredAt: string,
): Promise<Outcome> {
  const commandId = `${type}:${JSON.stringify(payload)}:${occurredAt}`;
  const command = catalogue.parse(type, { ...payload, occurredAt });
  return sender.send(command, { commandId, correlationId: commandId, actor: 'test', source: 'test' });
}

/** The position of its events. Throws on a refusal. */
export async function sendOrThrow(
  commands: CommandApplication,
  type: string,
  payload: object,
  occurredAt: string,
): Promise<bigint> {
  const outcome = await send(commands, type, payload, occurredAt);
  if (outcome.status === 'rejected') throw new Error(`${type} was refused: ${outcome.code} ${outcome.detail ?? ''}`);
  return outcome.position;
}
