export {
  CommandCatalogue,
  InvalidCommandError,
  problemsOf,
  UnknownCommandError,
  type Problem,
} from './command.catalogue';
export { commandHandlers, commandHandlersUnder } from './command.handlers';
export { CommandsModule, type CommandsModuleOptions } from './commands.module';
export { CommandSender } from './command.sender';
