import { InvalidCommandError, type CommandCatalogue, type CommandSender } from '@tenure/commands';
import type { CommandFate, ImportSink } from '@tenure/import';
import type { CommandContext, Outcome } from '@tenure/kernel';
import type { Command } from '@tenure/shared-contract';

/** Sends what an import makes over the command bus, as one correlated whole. */
export function commandSink(
  catalogue: CommandCatalogue,
  sender: CommandSender,
  origin: Omit<CommandContext, 'commandId'>,
): ImportSink {
  return {
    send: async ({ type, payload, commandId }) => {
      const command = parse(catalogue, type, payload);
      if ('status' in command) return command;
      return fateOf(await sender.send(command.command, { ...origin, commandId }));
    },
  };
}

/** A row that makes no valid command is refused; a mapping that names no known one is a fault, and thrown. */
function parse(
  catalogue: CommandCatalogue,
  type: string,
  payload: object,
): { readonly command: Command } | CommandFate {
  try {
    return { command: catalogue.parse(type, payload) };
  } catch (error) {
    if (!(error instanceof InvalidCommandError)) throw error;
    return { status: 'rejected', code: 'invalid-command', detail: error.message, problems: error.problems };
  }
}

function fateOf(outcome: Outcome): CommandFate {
  switch (outcome.status) {
    case 'accepted':
      return { status: outcome.events > 0 ? 'accepted' : 'known' };
    case 'known':
      return { status: 'known' };
    case 'rejected':
      return { status: 'rejected', code: outcome.code, detail: outcome.detail };
  }
}
