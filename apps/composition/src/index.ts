export { domainCodec } from './domain.codec';
export { domainCommands } from './domain.commands';
export { domainModules } from './domain.modules';
export { domainEntities, domainMigrations, domainProjections } from './domain.tables';
export { openDatabase } from './open.database';
export { commandApplication, type CommandApplication } from './command.application';
export { domainEvents, type EventDescription } from './domain.events';
export { publishedProjections } from './published.projections';
