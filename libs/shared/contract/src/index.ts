export { Command, type CommandDescription, type Plain } from './command';
export { IdProperty, IsId, IsInstant, isInstant, Money } from './validators';
