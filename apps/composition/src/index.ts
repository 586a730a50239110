export { domainCodec } from './domain.codec';
export { domainCommands, domainModules } from './domain.commands';
export { domainEntities, domainMigrations, domainProjections } from './domain.tables';
export { openDatabase } from './open.database';
export { commandApplication, type CommandApplication } from './command.application';
