import 'reflect-metadata';
import { CommandCatalogue, InvalidCommandError } from '@tenure/commands/catalogue';
import { domainCommands } from './domain.commands';

// Loaded by itself in the reading thread of an import: nothing here may pull the services in.
const catalogue = new CommandCatalogue(domainCommands, () => new Date().toISOString());

/** What is wrong with a command from outside, in a sentence; undefined where nothing is. Throws UnknownCommandError. */
export function checkCommand(type: string, payload: object): string | undefined {
  try {
    catalogue.parse(type, payload);
    return undefined;
  } catch (error) {
    if (error instanceof InvalidCommandError) return error.message;
    throw error;
  }
}
