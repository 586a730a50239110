import { randomUUID } from 'node:crypto';
import type { CommandContext, Outcome } from '@tenure/kernel';
import type { NoticeCommand } from '@tenure/notice-contract';

/** Puts a command on the bus; resolves once what it led to is durable. */
export type SendNoticeCommand = (command: NoticeCommand, context: CommandContext) => Promise<Outcome>;

/** Throws where the command is refused: the platform asks nothing of itself that is not in order. */
export async function sendOrThrow(
  send: SendNoticeCommand,
  command: NoticeCommand,
  origin: { readonly correlationId: string; readonly causationId: string },
): Promise<void> {
  // A new id each time: that a repetition changes nothing is seen from the notice itself, whose words may be others by then.
  const context = { ...origin, commandId: randomUUID(), actor: 'tenure', source: 'notices' };
  const outcome = await send(command, context);
  if (outcome.status === 'rejected')
    throw new Error(`${command.type} of ${outcome.stream} was refused: ${outcome.code}`);
}
