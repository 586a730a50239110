import { runCli } from './cli';
import { processTerminal } from './terminal';

void runCli(process.argv.slice(2), processTerminal()).then((exitCode) => {
  process.exitCode = exitCode;
});
