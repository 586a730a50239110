export { DataFolderHeldError, DataFolderUnusableError } from './data-folder.errors';
export { holdDataFolder, type DataFolderHold } from './data-folder.hold';
export { startEmbeddedPostgres, type EmbeddedPostgres, type EmbeddedPostgresOptions } from './embedded-postgres.server';
export { EmbeddedPostgresError } from './postgres.errors';
export { ChildFailedError, superviseChild, type ChildOptions, type SupervisedChild } from './child.supervisor';
export { findFreePort, isPortTaken } from './free-port';
export { startLocalKafka, type LocalKafka, type LocalKafkaOptions } from './kafka.server';
export { LocalKafkaError } from './kafka.errors';
export { runProgram, type ProgramOutcome } from './program.run';
