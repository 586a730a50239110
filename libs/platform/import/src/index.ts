export { ImportProblem, type Problem } from './import.problem';
export type { CommandCounts, FileSummary, ImportProgress, ImportSummary, RowCounts } from './import.summary';
export { checkMapping, loadMapping } from './mapping/mapping.loader';
export type { Mapping } from './mapping/mapping';
export { runImport, type ImportOptions } from './run-import';
export type { CommandFate, ImportCommand, ImportSink } from './sending/import.sink';
