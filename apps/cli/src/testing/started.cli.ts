import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const PROGRAM = join(__dirname, '../../bin/tenure.js');

export interface CliRun {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface StartedCli {
  readonly process: ChildProcess;
  /** The first JSON line that tells of this event. Rejects where the program ends before. */
  readonly said: (event: string) => Promise<Readonly<Record<string, unknown>>>;
  readonly ended: Promise<CliRun>;
}

/** Runs the built program, as a shell would, with settings of its own. */
export function startCli(args: readonly string[], settings: Readonly<Record<string, string>>): StartedCli {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    env: { PATH: process.env.PATH ?? '', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  const lines = new Lines();
  child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
  createInterface({ input: child.stdout }).on('line', (line) => lines.add(line));
  const ended = new Promise<CliRun>((resolve) =>
    child.once('close', (exitCode) => {
      lines.end(`the program ended: ${output.stderr}`);
      resolve({ exitCode, ...output });
    }),
  );
  return { process: child, said: (event) => lines.saying(event), ended };
}

export const runBuiltCli = (args: readonly string[], settings: Readonly<Record<string, string>>): Promise<CliRun> =>
  startCli(args, settings).ended;

interface Listener {
  readonly event: string;
  readonly resolve: (fact: Readonly<Record<string, unknown>>) => void;
  readonly reject: (error: Error) => void;
}

class Lines {
  readonly #facts: Record<string, unknown>[] = [];
  #listeners: Listener[] = [];

  add(line: string): void {
    // A value over several lines is an answer, not an event.
    if (!/^\{.*\}$/.test(line)) return;
    const fact = JSON.parse(line) as Record<string, unknown>;
    this.#facts.push(fact);
    for (const listener of this.#listeners) if (listener.event === fact.event) listener.resolve(fact);
  }

  end(reason: string): void {
    for (const { reject } of this.#listeners) reject(new Error(reason));
  }

  saying(event: string): Promise<Readonly<Record<string, unknown>>> {
    const known = this.#facts.find((fact) => fact.event === event);
    if (known) return Promise.resolve(known);
    return new Promise((resolve, reject) => this.#listeners.push({ event, resolve, reject }));
  }
}
