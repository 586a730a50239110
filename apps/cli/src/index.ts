export { runCli } from './cli';
export type { Terminal } from './terminal';
