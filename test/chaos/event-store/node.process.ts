import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { transformFileSync } from '@swc/core';

const ROOT = join(__dirname, '../../..');
const SOURCE = join(ROOT, 'libs/platform/embedded-event-store/src');

/** Compiles the node into a folder, so that the test needs no build, and returns its main file. */
export function compileNode(target: string): string {
  for (const path of readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.ts') || path.endsWith('.spec.ts')) continue;
    compileFile(join(SOURCE, path), join(target, path.replace(/\.ts$/, '.js')));
  }
  return join(target, 'main.js');
}

export function compileFile(source: string, file: string): string {
  const configFile = join(ROOT, 'infra/build/swcrc.json');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, transformFileSync(source, { configFile, sourceMaps: false }).code);
  return file;
}

export type NodeProcess = {
  child: ChildProcess;
  connectionString: string;
  /** Resolves to exit code and signal once the process is gone. */
  exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  kill(signal: NodeJS.Signals): Promise<void>;
};

export type NodeLaunch = { nodeArguments: string[]; environment: Record<string, string> };

/** Starts a node; rejects with what it wrote to stderr when it ends before it is ready. */
export async function startNode(main: string, ...args: string[]): Promise<NodeProcess> {
  return launchNode({ nodeArguments: [], environment: {} }, main, ...args);
}

/** As `startNode`, with arguments and variables for Node itself. */
export async function launchNode(launch: NodeLaunch, main: string, ...args: string[]): Promise<NodeProcess> {
  const child = spawn(process.execPath, [...launch.nodeArguments, main, '--port', '0', ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...launch.environment },
  });
  const exited = new Promise<Awaited<NodeProcess['exited']>>((resolve) => {
    child.on('exit', (code, signal) => resolve({ code, signal }));
  });
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const ready = new Promise<string>((resolve) => createInterface(child.stdout).once('line', resolve));
  const failed = exited.then(({ code }) => Promise.reject(new Error(`exit code ${code}: ${complaint}`)));
  const line = await Promise.race([ready, failed]);
  failed.catch(() => undefined);
  return {
    child,
    connectionString: connectionStringOf(line),
    exited,
    async kill(signal) {
      child.kill(signal);
      await exited;
    },
  };
}

function connectionStringOf(line: string): string {
  const message: unknown = JSON.parse(line);
  if (typeof message === 'object' && message !== null && 'connectionString' in message)
    return String(message.connectionString);
  throw new Error(`not a ready line: ${line}`);
}
