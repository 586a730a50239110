export { CONTACT_CHANNELS, type ContactChannel } from './channels';
export { Command, type CommandDescription, type Plain } from './command';
export { IsDay, isDay, MayBeAbsent } from './fields';
export { IdProperty, IsId, IsInstant, isInstant, Money } from './validators';
