import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { stopChild } from './child.stop';

const LINES_IN_ERRORS = 5;

export interface ChildOptions {
  /** What people call it, for errors. */
  readonly name: string;
  /** Path of a Node script that prints one line `{"ready":true,…}` and stops on SIGTERM or when its stdin ends. */
  readonly script: string;
  readonly args?: readonly string[];
  /** Flags of Node itself. */
  readonly nodeArgs?: readonly string[];
  /** Replaces the environment; inherited where absent. */
  readonly env?: Readonly<Record<string, string>>;
  readonly readyLimitMs?: number;
  readonly stopLimitMs?: number;
  /** One call per line that the child writes to stderr. */
  readonly onStderrLine: (line: string) => void;
  /** The child ended though nobody asked it to, after it was ready. */
  readonly onUnexpectedExit: (error: ChildFailedError) => void;
}

export interface SupervisedChild {
  readonly pid: number;
  /** The line that said it is ready. */
  readonly ready: Readonly<Record<string, unknown>>;
  /** SIGTERM, then SIGKILL after the limit. Resolves when it is gone; idempotent. */
  stop(): Promise<void>;
}

export class ChildFailedError extends Error {
  constructor(
    readonly child: string,
    reason: string,
    options?: ErrorOptions,
  ) {
    super(`${child} ${reason}`, options);
    this.name = 'ChildFailedError';
  }
}

/**
 * Starts a Node script and waits until it says that it is ready. It runs in a process group of its own, so that a
 * Ctrl-C leaves the order of stopping to us; its stdin ends when this process dies, whatever kills it.
 */
export async function superviseChild(options: ChildOptions): Promise<SupervisedChild> {
  const { name, readyLimitMs = 30_000, stopLimitMs = 10_000 } = options;
  const child = spawn(process.execPath, [...(options.nodeArgs ?? []), options.script, ...(options.args ?? [])], {
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
    env: options.env,
  });
  const lastLines: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    lastLines.splice(0, lastLines.length - LINES_IN_ERRORS + 1);
    lastLines.push(line);
    options.onStderrLine(line);
  });
  child.stdin.on('error', () => undefined);
  const fail = (reason: string, cause?: ErrorOptions) =>
    new ChildFailedError(name, [reason, ...lastLines].join(' | '), cause);
  let expected = false;
  const stop = async () => {
    expected = true;
    await stopChild(child, { signals: ['SIGTERM', 'SIGKILL'], limitMs: stopLimitMs });
  };
  try {
    const ready = await untilReady(child, child.stdout, readyLimitMs, fail);
    child.once('exit', (code, signal) => {
      if (!expected) options.onUnexpectedExit(fail(describeExit(code, signal)));
    });
    return { pid: child.pid ?? 0, ready, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function untilReady(
  child: ChildProcess,
  stdout: NodeJS.ReadableStream,
  limitMs: number,
  fail: (reason: string, options?: ErrorOptions) => ChildFailedError,
): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(fail(`was not ready after ${limitMs} ms`)), limitMs);
    createInterface({ input: stdout }).on('line', (line) => {
      const message = parseReady(line);
      if (!message) return;
      clearTimeout(timer);
      resolve(message);
    });
    child.once('error', (cause) => reject(fail(`can't be started: ${cause.message}`, { cause })));
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      reject(fail(describeExit(code, signal)));
    });
  });
}

function parseReady(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && 'ready' in value && value.ready === true
      ? { ...value }
      : undefined;
  } catch {
    return undefined;
  }
}

const describeExit = (code: number | null, signal: string | null): string =>
  `ended ${signal === null ? `with exit code ${code}` : `by ${signal}`}`;
