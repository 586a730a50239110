import type { ChildProcess } from 'node:child_process';

export interface StopOptions {
  /** Sent one after the other, each when the one before had no effect within the limit. */
  readonly signals: readonly NodeJS.Signals[];
  readonly limitMs: number;
}

/** Resolves when the child is gone. Idempotent. */
export async function stopChild(child: ChildProcess, { signals, limitMs }: StopOptions): Promise<void> {
  if (child.pid === undefined) return;
  child.ref();
  for (const signal of signals) {
    if (hasExited(child)) return;
    child.kill(signal);
    await exitWithin(child, limitMs);
  }
  if (!hasExited(child)) throw new Error(`process ${child.pid} does not stop`);
}

export const hasExited = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

function exitWithin(child: ChildProcess, limitMs: number): Promise<void> {
  return new Promise((resolve) => {
    if (hasExited(child)) return resolve();
    const done = () => {
      clearTimeout(timer);
      child.removeListener('exit', done);
      resolve();
    };
    const timer = setTimeout(done, limitMs);
    child.once('exit', done);
  });
}
