import { spawn } from 'node:child_process';

export interface ProgramOutcome {
  /** Null where a signal ended it. */
  readonly exitCode: number | null;
  /** Standard output and standard error as they came. */
  readonly output: string;
}

/** Runs a program to its end. Rejects where it can't be started, with the system's error. */
export function runProgram(command: string, args: readonly string[]): Promise<ProgramOutcome> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => resolve({ exitCode, output }));
  });
}
