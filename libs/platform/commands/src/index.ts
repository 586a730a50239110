export {
  CommandCatalogue,
  InvalidCommandError,
  problemsOf,
  UnknownCommandError,
  type Problem,
} from './command.catalogue';
export { commandHandlers } from './command.handlers';
export { CommandSender } from './command.sender';
