import type { CommandCatalogue, CommandSender } from '@tenure/commands';
import type { CommandFate, ImportSink } from '@tenure/import';
import type { CommandContext, Outcome } from '@tenure/kernel';

/** What an import has checked before it sends it: see `checkCommand` of the composition. */
export const CHECK_MODULE = require.resolve('@tenure/composition/command-check');

/** Sends what an import made and checked over the command bus, as one correlated whole. */
export function commandSink(
  catalogue: CommandCatalogue,
  sender: CommandSender,
  origin: Omit<CommandContext, 'commandId'>,
): ImportSink {
  return {
    send: async ({ type, payload, commandId }) =>
      fateOf(await sender.send(catalogue.restore(type, payload), { ...origin, commandId })),
  };
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
